import rule from '../../src/rules/no-unscoped-broadcast.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-unscoped-broadcast', rule, {
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
