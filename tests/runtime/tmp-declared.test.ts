import { expect, it } from 'vitest';
import type { App } from './harness/app.ts';
import { Lab } from './harness/lab.ts';
import { MAJORS } from './harness/majors.ts';
import type { Proof } from './harness/proof.ts';

const ping = (event: string, options = {}) => async (app: App) => {
  const client = await app.connect(options);
  return client.send(event, {});
};
const claim = (rule: string, incorrect: string, correct: string, observe: any): Proof => ({
  rule,
  claims: [{ claim: `${incorrect}/${correct}`, observe, incorrect: { block: incorrect, expect: '' }, correct: { block: correct, expect: '' } }],
});
const chat = ping('ping', { namespace: 'chat' });
const proofs = [
  claim('no-invalid-gateway-arguments', 'undefined-port', 'options-only', chat),
  claim('no-invalid-gateway-arguments', 'env-port', 'env-port-fallback', chat),
  claim('no-invalid-gateway-arguments', 'text-port', 'options-only', async (app: App) => { try { return await ping('ping')(app); } catch (e) { return String(e); } }),
  claim('no-invalid-gateway-arguments', 'port-in-options', 'options-only', async (app: App) => { try { return await ping('ping')(app); } catch (e) { return String(e); } }),
  claim('no-invalid-gateway-arguments', 'options-first', 'port-first', chat),
  claim('no-misspelled-lifecycle-hook', 'one-slip', 'no-slip', async (app: App) => { await app.visits(3); return String(await app.probe('gateway.left')); }),
  claim('no-dead-subscription', 'no-gateway', 'gateway', async (app: App) => { try { return await ping('ping')(app); } catch (e) { return String(e); } }),
  claim('no-dead-subscription', 'stacked', 'two-methods', ping('enter')),
  claim('no-dead-subscription', 'list', 'two-methods', ping('join')),
  claim('no-dead-subscription', 'static', 'gateway', ping('ping')),
  claim('no-dead-subscription', 'reserved', 'hook', async (app: App) => { await app.visits(3); return String(await app.probe('gateway.left')); }),
  claim('no-unsupported-scope', 'transient', 'singleton', ping('greet')),
  claim('no-unsupported-scope', 'request', 'singleton', ping('greet')),
  claim('no-sync-in-handler', 'sync', 'async', ping('ping')),
  claim('no-sync-in-handler', 'sync', 'paused', ping('run')),
  claim('require-gateway-namespace', 'no-namespace', 'namespace', chat),
  claim('require-lifecycle-interface', 'no-interface', 'interface', async (app: App) => { await app.connect(); return 'ok'; }),
  claim('no-in-memory-connection-state', 'map', 'fetch-sockets', ping('online')),
  claim('no-in-memory-connection-state', 'room-map', 'cache', ping('join')),
];

it('shows', async () => {
  const lab = await Lab.open({ name: 'tmp-declared', proofs });
  const lines: string[] = [];
  for (const { rule, claims } of proofs) for (const one of claims) for (const side of ['incorrect', 'correct'] as const) for (const major of MAJORS) {
    let seen: string;
    try { seen = await lab.observe(one, side, major); } catch (error) { seen = `ERROR ${String(error).slice(0, 120)}`; }
    lines.push(`${rule} ${one[side].block} ${major}: ${seen}`);
  }
  await lab.close();
  console.log(lines.join('\n'));
  expect(lines.length).toBeGreaterThan(0);
}, 300_000);
