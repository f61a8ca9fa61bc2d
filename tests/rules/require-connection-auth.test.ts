import rule from '../../src/rules/require-connection-auth.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-connection-auth', rule, {
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
