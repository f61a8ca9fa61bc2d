import rule from '../../src/rules/no-misspelled-lifecycle-hook.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-misspelled-lifecycle-hook', rule, {
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
