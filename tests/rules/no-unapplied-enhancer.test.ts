import rule from '../../src/rules/no-unapplied-enhancer.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-unapplied-enhancer', rule, {
  valid: [`class NoGateway {}`],
  invalid: [
    {
      code: `
        import { WebSocketGateway } from '@nestjs/websockets';

        @WebSocketGateway()
        class ChatGateway {}
      `,
      errors: [{ messageId: 'wrong' }],
    },
  ],
});
