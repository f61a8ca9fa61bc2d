import rule from '../../src/rules/no-http-exception-filter.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-http-exception-filter', rule, {
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
