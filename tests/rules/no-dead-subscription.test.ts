import rule from '../../src/rules/no-dead-subscription.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-dead-subscription', rule, {
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
