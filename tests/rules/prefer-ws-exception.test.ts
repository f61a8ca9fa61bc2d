import rule from '../../src/rules/prefer-ws-exception.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('prefer-ws-exception', rule, {
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
