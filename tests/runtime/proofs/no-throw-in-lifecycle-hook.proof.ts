import { LIVES } from '../harness/app.ts';
import { fateAfterConnecting } from '../harness/observe.ts';
import { type Claim, proof } from '../harness/proof.ts';

const turnedAway = `the client is disconnected, ${LIVES}`;
const letIn = `the client is connected, ${LIVES}`;

function ends(error: string): string {
  return `the process ends with code 1: ${error}`;
}

/** A client with a bad token comes. */
function badToken(claim: string, incorrect: string, correct: string): Claim {
  return {
    claim,
    setup: 'jwt',
    observe: fateAfterConnecting({ auth: { token: 'bad' } }),
    incorrect: { block: incorrect, expect: ends('JsonWebTokenError: jwt malformed') },
    correct: { block: correct, expect: turnedAway },
  };
}

export default proof(
  'no-throw-in-lifecycle-hook',
  {
    claim: 'A throw in `handleConnection` ends the process',
    observe: fateAfterConnecting(),
    incorrect: { block: 'throw', expect: ends('WsException: Unauthorized') },
    correct: { block: 'disconnect', expect: turnedAway },
  },
  {
    claim: 'A throw in an async `handleConnection` ends it as well',
    observe: fateAfterConnecting(),
    incorrect: { block: 'async-throw', expect: ends('WsException: Unauthorized') },
    correct: { block: 'disconnect', expect: turnedAway },
  },
  {
    claim: 'A throw in `afterInit` ends it while it starts',
    observe: (app) => app.fate(),
    incorrect: { block: 'after-init', expect: ends('Error: CHAT_SECRET is not set') },
    correct: { block: 'disconnect', expect: LIVES },
  },
  {
    claim: 'Where the process is kept alive the client stays connected: a throw rejects nobody',
    setup: 'survive',
    observe: fateAfterConnecting(),
    incorrect: { block: 'throw', expect: letIn },
    correct: { block: 'disconnect', expect: turnedAway },
  },
  badToken('`verify()` of a bad token ends the process', 'verify', 'verify-caught'),
  badToken('So does `verifyAsync()`', 'verify-async', 'verify-async-caught'),
  badToken(
    'A `try` does not catch a promise that is returned from it',
    'verify-async-returned',
    'verify-async-caught',
  ),
  badToken('Nor one that nobody awaits', 'verify-async-floating', 'verify-async-catch'),
  badToken('Nor does it help that another method verifies', 'method', 'method-caught'),
  {
    claim: 'A service that rejects what it is given ends the process',
    observe: fateAfterConnecting({ auth: { token: 'bad' } }),
    incorrect: { block: 'service', expect: ends('Error: no such user') },
    correct: { block: 'service-caught', expect: turnedAway },
  },
  {
    claim: 'A client without an `authorization` header ends the process',
    observe: fateAfterConnecting(),
    incorrect: {
      block: 'header',
      expect: ends("TypeError: Cannot read properties of undefined (reading 'split')"),
    },
    correct: { block: 'header-optional', expect: letIn },
  },
  {
    claim: 'A client whose token is no text ends the process',
    observe: fateAfterConnecting({ auth: { token: {} } }),
    incorrect: {
      block: 'auth',
      expect: ends('TypeError: client.handshake.auth.token.replace is not a function'),
    },
    correct: { block: 'auth-tested', expect: turnedAway },
  },
  {
    claim: 'A client that leaves without having logged in ends the process',
    async observe(app) {
      await (await app.connect()).disconnect();
      return app.fate();
    },
    incorrect: {
      block: 'data',
      expect: ends("TypeError: Cannot read properties of undefined (reading 'id')"),
    },
    correct: { block: 'data-tested', expect: LIVES },
  },
  {
    claim: 'A middleware that rejects ends the process',
    setup: 'jwt',
    observe: fateAfterConnecting({ auth: { token: 'bad' } }),
    incorrect: { block: 'middleware', expect: ends('JsonWebTokenError: jwt malformed') },
    correct: {
      block: 'middleware-next',
      expect: `the client is refused: Unauthorized, ${LIVES}`,
    },
  },
  {
    claim: 'A listener that throws ends the process',
    async observe(app) {
      const client = await app.connect();
      await client.send('say', 5);
      return app.fate();
    },
    incorrect: { block: 'listener', expect: ends('Error: not a text') },
    correct: { block: 'listener-tested', expect: LIVES },
  },
);
