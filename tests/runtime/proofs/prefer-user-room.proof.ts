import type { App } from '../harness/app.ts';
import type { Client } from '../harness/client.ts';
import { proof } from '../harness/proof.ts';

function openTab(app: App, user = 'alice'): Promise<Client> {
  return app.connect({ auth: { user } });
}

async function hears(tab: Client, event: string): Promise<string> {
  return (await tab.hears(event)) === undefined ? 'misses it' : 'hears it';
}

export default proof(
  'prefer-user-room',
  {
    claim: 'A message to the stored socket id of a user reaches the last tab alone',
    async observe(app) {
      const [first, second] = [await openTab(app), await openTab(app)];
      await (await openTab(app, 'bob')).send('whisper', { to: 'alice' });
      return `first tab ${await hears(first, 'whisper')}, second tab ${await hears(second, 'whisper')}`;
    },
    incorrect: { block: 'stored-id', expect: 'first tab misses it, second tab hears it' },
    correct: { block: 'user-room', expect: 'first tab hears it, second tab hears it' },
  },
  {
    claim: 'Once the last tab is closed, it reaches none',
    async observe(app) {
      const [first, second] = [await openTab(app), await openTab(app)];
      await second.disconnect();
      await (await openTab(app, 'bob')).send('whisper', { to: 'alice' });
      return `first tab ${await hears(first, 'whisper')}, second tab is closed`;
    },
    incorrect: { block: 'stored-id', expect: 'first tab misses it, second tab is closed' },
    correct: { block: 'user-room', expect: 'first tab hears it, second tab is closed' },
  },
  {
    claim: 'A stored socket is one tab as well',
    async observe(app) {
      const [first, second] = [await openTab(app), await openTab(app)];
      const heard = Promise.all([first, second].map((tab) => tab.counts('news')));
      await app.probe(`gateway.notify('alice')`);
      const [byFirst, bySecond] = await heard;
      return `news: first tab ${byFirst}, second tab ${bySecond}`;
    },
    incorrect: { block: 'stored-socket', expect: 'news: first tab 0, second tab 1' },
    correct: { block: 'notify-room', expect: 'news: first tab 1, second tab 1' },
  },
);
