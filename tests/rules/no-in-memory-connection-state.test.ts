import rule from '../../src/rules/no-in-memory-connection-state.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-in-memory-connection-state', rule, {
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
