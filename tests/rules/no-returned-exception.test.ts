import rule from '../../src/rules/no-returned-exception.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-returned-exception', rule, {
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
