import rule from '../../src/rules/require-room-prefix.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-room-prefix', rule, {
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
