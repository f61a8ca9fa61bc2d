import rule from '../../src/rules/no-unsupported-scope.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-unsupported-scope', rule, {
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
