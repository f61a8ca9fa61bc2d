import type { TSESTree } from '@typescript-eslint/utils';
import { readFilters } from '../gateway/errors/filter-class.ts';
import { COMPANION_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

type MessageIds = 'httpContext' | 'httpBase' | 'thrown' | 'rejected';

export default createRule<MessageIds>({
  name: 'no-http-exception-filter',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow exception filters that fail when a gateway runs them',
      recommended: 'recommended',
      cwe: ['CWE-248'],
      asvs: ['v5.0.0-16.5.4'],
    },
    messages: {
      httpContext:
        'A gateway has no HTTP response, so using one throws: that ends the process on Nest 10 and 11, and leaves the client without an answer on 12. Use `switchToWs()`, or ask `getType()` first.',
      httpBase:
        'The HTTP BaseExceptionFilter throws when a gateway runs it: that ends the process on Nest 10 and 11, and leaves the client without an answer on 12. Extend BaseWsExceptionFilter.',
      thrown:
        'Nothing catches what a filter throws: it ends the process on Nest 10 and 11, and leaves the client without an answer on 12. Emit the error to the client, or hand it to BaseWsExceptionFilter.',
      rejected:
        'Nothing catches the rejection of an async `catch`, so it ends the process. Put the await into a try that catches.',
    },
  },
  mentions: COMPANION_WORDS,
  concerns: (file) => readFilters(file).length > 0,
  check({ file, report }) {
    const found = new Map<TSESTree.Node, MessageIds>();
    for (const filter of readFilters(file)) {
      const { httpBase, unguardedAwait } = filter;
      const [httpContext] = filter.httpContexts;
      if (httpBase) found.set(httpBase, 'httpBase');
      if (httpContext) found.set(httpContext, 'httpContext');
      for (const statement of filter.throws) found.set(statement, 'thrown');
      if (unguardedAwait) found.set(unguardedAwait, 'rejected');
    }
    // Two filters may share a base class of the file, and with it a finding.
    for (const [node, messageId] of found) report({ node, messageId });
  },
});
