import rule from '../../src/rules/require-ws-exception-filter.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-ws-exception-filter', rule, {
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
