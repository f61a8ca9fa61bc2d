import rule from '../../src/rules/require-lifecycle-interface.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-lifecycle-interface', rule, {
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
