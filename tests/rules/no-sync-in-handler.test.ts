import rule from '../../src/rules/no-sync-in-handler.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-sync-in-handler', rule, {
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
