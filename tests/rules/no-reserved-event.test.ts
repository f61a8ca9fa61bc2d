import rule from '../../src/rules/no-reserved-event.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-reserved-event', rule, {
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
