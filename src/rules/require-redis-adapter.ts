import { bootstrapsWithoutAdapter } from '../gateway/declaration/bootstrap.ts';
import { serversWithoutAdapter } from '../gateway/declaration/io-adapter.ts';
import { createRule } from '../rule/create-rule.ts';

/** What a file has to mention to bootstrap an application or to adapt its server. */

export default createRule<'bootstrap' | 'ioAdapter'>({
  name: 'require-redis-adapter',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Require an adapter that connects the instances of an application',
      recommended: 'strict',
    },
    messages: {
      bootstrap:
        'If this application has gateways, each instance of it reaches only its own clients: rooms and broadcasts end at the process. Call `app.useWebSocketAdapter()` with an IoAdapter that installs the Redis adapter.',
      ioAdapter:
        'The servers made here reach only the clients of their own process: rooms and broadcasts end there. Install the Redis adapter, with `server.adapter(…)` or the `adapter` option.',
    },
  },
  mentions: ['NestFactory', 'IoAdapter'],
  concerns: (file) =>
    file.settings.platform !== 'ws' &&
    bootstrapsWithoutAdapter(file).length + serversWithoutAdapter(file).length > 0,
  check({ file, report }) {
    for (const { create } of bootstrapsWithoutAdapter(file)) {
      report({ node: create.callee, messageId: 'bootstrap' });
    }
    for (const { node } of serversWithoutAdapter(file)) {
      report({ node: node.key, messageId: 'ioAdapter' });
    }
  },
});
