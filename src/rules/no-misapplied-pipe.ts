import type { TSESTree } from '@typescript-eslint/utils';
import { misappliedPipes } from '../gateway/payload/pipe-scope.ts';
import { isSchema } from '../gateway/payload/schema.ts';
import { GATEWAY_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

export default createRule<'checksAll' | 'checksCustom' | 'schema'>({
  name: 'no-misapplied-pipe',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow pipes that reject the socket of a handler or check nothing',
      recommended: 'recommended',
      cwe: ['CWE-20'],
    },
    messages: {
      checksAll:
        "This pipe also gets the {{what}} of '{{handler}}', and rejects every message over it. Put it on the parameter, as in `@MessageBody(pipe)`.",
      checksCustom:
        "With `validateCustomDecorators` this pipe also validates the socket of '{{handler}}', and fails on every message. Leave the option out, or put the pipe on the parameter.",
      schema:
        'A schema is no pipe, so Nest does not check the payload against it. Hand it to a pipe, and the pipe to `@MessageBody()`.',
    },
  },
  mentions: GATEWAY_WORDS,
  concerns: (file) => file.gateways.length > 0,
  check({ file, report }) {
    // A pipe on a class stands before all its handlers, and before those of a class that extends it.
    const reported = new Set<TSESTree.Node>();
    for (const handler of file.gateways.flatMap(({ handlers }) => handlers)) {
      for (const { pipe, kind } of misappliedPipes(handler)) {
        if (reported.has(pipe.node)) continue;
        reported.add(pipe.node);
        report({
          node: pipe.node,
          messageId: kind,
          data: {
            handler: handler.name,
            what: handler.isBare || handler.socket ? 'socket' : 'ack callback',
          },
        });
      }
      for (const { decorator } of handler.payloads) {
        if (decorator?.websockets !== 'MessageBody') continue;
        const schema = decorator.args.find((argument) => isSchema(argument, file));
        if (schema) report({ node: schema, messageId: 'schema' });
      }
    }
  },
});
