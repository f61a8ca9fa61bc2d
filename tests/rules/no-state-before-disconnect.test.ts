import rule from '../../src/rules/no-state-before-disconnect.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-state-before-disconnect', rule, {
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
