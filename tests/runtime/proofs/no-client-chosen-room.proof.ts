import type { App } from '../harness/app.ts';
import { proof } from '../harness/proof.ts';

/** A client joins the room of another one's socket; then a third client writes to that socket. */
async function eavesdrop(app: App, payload: (socketId: string) => unknown): Promise<string> {
  const [victim, thief, friend] = [await app.connect(), await app.connect(), await app.connect()];
  await thief.send('join', payload(String(victim.id)));
  const heard = [victim, thief].map((client) => client.next('private'));
  await friend.send('whisper', { to: victim.id, text: 'hello' });
  const [byVictim, byThief] = await Promise.all(heard);
  return `a message to one socket: it hears ${byVictim}, another hears ${byThief}`;
}

const overheard = 'a message to one socket: it hears hello, another hears hello';
const kept = 'a message to one socket: it hears hello, another hears undefined';

export default proof(
  'no-client-chosen-room',
  {
    claim: 'A client joins the room of another socket and reads its private messages',
    setup: 'another-gateway',
    observe: (app) => eavesdrop(app, (roomId) => ({ roomId })),
    incorrect: { block: 'raw-name', expect: overheard },
    correct: { block: 'prefixed-name', expect: kept },
  },
  {
    claim: 'A list, trimmed or not, lets it in as well',
    setup: 'another-gateway',
    observe: (app) => eavesdrop(app, (room) => ({ rooms: ['lobby', room] })),
    incorrect: { block: 'list', expect: overheard },
    correct: {
      block: 'checked',
      observe: (app) => eavesdrop(app, (room) => room),
      expect: kept,
    },
  },
);
