import rule from '../../src/rules/no-client-chosen-room.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-client-chosen-room', rule, {
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
