import rule from '../../src/rules/require-disconnect-on-auth-failure.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-disconnect-on-auth-failure', rule, {
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
