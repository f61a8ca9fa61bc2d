import rule from '../../src/rules/no-connection-auth-race.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-connection-auth-race', rule, {
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
