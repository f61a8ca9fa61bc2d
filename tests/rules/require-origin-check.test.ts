import rule from '../../src/rules/require-origin-check.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-origin-check', rule, {
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
