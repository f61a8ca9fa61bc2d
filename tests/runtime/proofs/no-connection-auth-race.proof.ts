import { proof, type Observe } from '../harness/proof.ts';

/** A client with a wrong token sends its message as soon as it is connected. */
const askForSecret: Observe = async (app) => {
  const client = await app.connect({ auth: { token: 'wrong' } });
  return `${await client.send('secret')}, then ${await client.fate()}`;
};

const served = 'ack "SECRET DATA", then disconnected';

export default proof(
  'no-connection-auth-race',
  {
    claim: 'While `handleConnection` waits, a client with a wrong token is served',
    observe: askForSecret,
    incorrect: { block: 'async-connection', expect: served },
    correct: { block: 'middleware', expect: 'no answer, then refused: Unauthorized' },
  },
  {
    claim: 'It is while a promise is pending as well; a guard refuses it',
    observe: askForSecret,
    incorrect: { block: 'then', expect: served },
    correct: { block: 'guard', expect: 'exception "Forbidden resource", then disconnected' },
  },
  {
    claim: 'A verification that is not waited for leaves no window',
    setup: 'jwt',
    observe: askForSecret,
    incorrect: { block: 'async-connection', expect: served },
    correct: { block: 'sync', expect: 'no answer, then disconnected' },
  },
);
