import rule from '../../src/rules/no-mixed-handler-parameters.ts';
import { ruleTester } from './rule-tester.ts';

ruleTester.run('no-mixed-handler-parameters', rule, {
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
