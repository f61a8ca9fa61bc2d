import rule from '../../src/rules/require-websocket-server.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-websocket-server', rule, {
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
