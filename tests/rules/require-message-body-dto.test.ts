import rule from '../../src/rules/require-message-body-dto.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-message-body-dto', rule, {
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
