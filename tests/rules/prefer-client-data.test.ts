import rule from '../../src/rules/prefer-client-data.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('prefer-client-data', rule, {
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
