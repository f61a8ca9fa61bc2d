import { type Expected, proof, type Observe } from '../harness/proof.ts';

const answerAndFate: Observe = async (app) => {
  const client = await app.connect();
  return `${await client.send('join', { room: 'attic' })}; ${await app.fate()}`;
};

const told = 'exception "There is no such room"; the process lives on';

function endsBefore12(error: string): Expected {
  const ends = `no answer; the process ends with code 1: ${error}`;
  return { 10: ends, 11: ends, 12: 'no answer; the process lives on' };
}

export default proof(
  'no-http-exception-filter',
  {
    claim: 'A filter that answers as HTTP does ends the process on Nest 10 and 11',
    observe: answerAndFate,
    incorrect: {
      block: 'http-response',
      expect: endsBefore12('TypeError: response.status is not a function'),
    },
    correct: { block: 'ws-filter', expect: told },
  },
  {
    claim: 'So does one that asks the base filter of HTTP',
    observe: answerAndFate,
    incorrect: {
      block: 'http-base',
      expect: endsBefore12('TypeError: response.status is not a function'),
    },
    correct: { block: 'asks-the-type', expect: told },
  },
  {
    claim: 'So does one that throws what it is given',
    observe: answerAndFate,
    incorrect: {
      block: 'rethrow',
      expect: endsBefore12('WsException: There is no such room'),
    },
    correct: { block: 'ws-filter', expect: told },
  },
  {
    claim: 'An async `catch` that rejects ends the process on Nest 12 as well',
    observe: answerAndFate,
    incorrect: {
      block: 'async-catch',
      expect:
        'exception "There is no such room"; the process ends with code 1: Error: No connection for: There is no such room',
    },
    correct: { block: 'async-catch-guarded', expect: told },
  },
);
