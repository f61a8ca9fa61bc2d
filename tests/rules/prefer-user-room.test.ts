import rule from '../../src/rules/prefer-user-room.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('prefer-user-room', rule, {
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
