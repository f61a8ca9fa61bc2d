import { answerAs } from '../harness/observe.ts';
import { proof, type Observe } from '../harness/proof.ts';

/** What the page's table says to use, by what throws. */
const INSTEAD = {
  "of('/x')": "server.of('/x')",
  'engine.clientsCount': 'server.engine.clientsCount',
  'path()': 'server.path()',
  "sockets.sockets.get('id')": "sockets.get('id')",
  "sockets.emit('x')": "emit('x')",
  'sockets.adapter.rooms': 'adapter.rooms',
};

/** Which of the expressions throw on the server of the gateway. */
function throwing(expressions: readonly string[]): Observe {
  return async (app) => {
    const outcomes = expressions.map(async (expression) => {
      const probe = app.probe(`typeof gateway.server.${expression}`);
      return probe.then(
        () => [],
        () => [expression],
      );
    });
    const thrown = (await Promise.all(outcomes)).flat();
    return thrown.length === 0 ? 'none throws' : `${thrown.join(', ')} throw`;
  };
}

export default proof(
  'no-namespace-server-misuse',
  {
    claim: 'All that only a Server has throws on a Namespace',
    observe: throwing(Object.keys(INSTEAD)),
    incorrect: {
      block: 'server-members',
      expect: `${Object.keys(INSTEAD).join(', ')} throw`,
    },
    correct: {
      block: 'namespace-members',
      observe: throwing(Object.values(INSTEAD)),
      expect: 'none throws',
    },
  },
  {
    claim: 'What a Namespace lacks throws in a handler',
    observe: answerAs({ namespace: 'chat' }, 'count'),
    incorrect: { block: 'server-members', expect: 'exception "Internal server error"' },
    correct: { block: 'namespace-members', expect: 'ack 1' },
  },
  {
    claim: 'In `afterInit` it ends the process',
    observe: (app) => app.fate(),
    incorrect: {
      block: 'after-init',
      expect:
        "the process ends with code 1: TypeError: Cannot read properties of undefined (reading 'on')",
    },
    correct: { block: 'after-init-server', expect: 'the process lives on' },
  },
);
