import rule from '../../src/rules/require-ws-guard.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-ws-guard', rule, {
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
