import rule from '../../src/rules/no-invalid-gateway-arguments.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-invalid-gateway-arguments', rule, {
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
