import rule from '../../src/rules/consistent-error-event.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('consistent-error-event', rule, {
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
