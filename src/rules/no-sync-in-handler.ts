import { blockingCode } from '../gateway/declaration/blocking.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule<'blocks' | 'blocksInEveryForm' | 'endless'>({
  name: 'no-sync-in-handler',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow work in a handler or hook that makes every other client wait',
      recommended: 'recommended',
      cwe: ['CWE-400'],
      asvs: ['v5.0.0-15.2.2'],
    },
    messages: {
      blocks:
        "'{{name}}' keeps the process to itself until it is done, and every other client waits. Use '{{asynchronous}}'.",
      blocksInEveryForm:
        "'{{name}}' of bcryptjs keeps the process to itself, and every other client waits; so does its asynchronous form. Use the native bcrypt, or a worker thread.",
      endless:
        'This loop never ends and never awaits, so no client is served again. Await something in it, or give it a way out.',
    },
  },
  check({ gateway, sourceCode, report }) {
    for (const blocking of blockingCode(gateway)) {
      if (blocking.kind === 'loop') {
        for (const { loc } of sourceCode.getFirstTokens(blocking.node, 1)) {
          report({ loc, messageId: 'endless' });
        }
        continue;
      }
      const { node, name, module } = blocking;
      report({
        node,
        messageId: module === 'bcryptjs' ? 'blocksInEveryForm' : 'blocks',
        data: { name, asynchronous: name.replace(/Sync$/, '') },
      });
    }
  },
});
