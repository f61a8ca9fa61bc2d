import rule from '../../src/rules/no-misapplied-pipe.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-misapplied-pipe', rule, {
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
