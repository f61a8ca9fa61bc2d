import rule from '../../src/rules/require-gateway-namespace.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-gateway-namespace', rule, {
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
