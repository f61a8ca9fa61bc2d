import rule from '../../src/rules/require-redis-adapter.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('require-redis-adapter', rule, {
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
