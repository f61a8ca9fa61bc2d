import rule from '../../src/rules/no-namespace-server-misuse.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-namespace-server-misuse', rule, {
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
