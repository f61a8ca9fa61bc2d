import { expect, it } from 'vitest';
import type { App } from './harness/app.ts';
import { Lab } from './harness/lab.ts';
import { MAJORS } from './harness/majors.ts';

const ping = (event: string, options = {}) => async (app: App) => {
  const client = await app.connect(options);
  return client.refusal ?? client.send(event, {});
};
const claim = (incorrect: string, correct: string, observe: any): any =>
  ({ claim: `${incorrect}/${correct}`, observe, incorrect: { block: incorrect, expect: '' }, correct: { block: correct, expect: '' } });
const chat = ping('ping', { namespace: 'chat' });
const left = async (app: App) => { await app.visits(3); return String(await app.probe('gateway.left')); };
const proofs = [
  { rule: 'no-invalid-gateway-arguments', claims: [
    claim('undefined-port', 'options-only', chat),
    claim('env-port', 'env-port-fallback', chat),
    claim('text-port', 'options-only', ping('ping')),
    claim('port-in-options', 'options-only', ping('ping')),
    claim('options-first', 'port-first', chat)] },
  { rule: 'no-misspelled-lifecycle-hook', claims: [claim('one-slip', 'no-slip', left)] },
  { rule: 'no-dead-subscription', claims: [
    claim('no-gateway', 'gateway', ping('ping')),
    claim('stacked', 'two-methods', ping('enter')),
    claim('list', 'two-methods', ping('join')),
    claim('static', 'gateway', ping('ping')),
    claim('reserved', 'hook', left),
    claim('property', 'gateway', ping('ping'))] },
  { rule: 'no-unsupported-scope', claims: [claim('transient', 'singleton', ping('greet')), claim('request', 'singleton', ping('greet'))] },
  { rule: 'no-sync-in-handler', claims: [claim('sync', 'async', ping('ping')), claim('sync', 'paused', ping('run'))] },
  { rule: 'require-gateway-namespace', claims: [claim('no-namespace', 'namespace', ping('say', { namespace: 'chat' }))] },
  { rule: 'require-lifecycle-interface', claims: [claim('no-interface', 'interface', async (app: App) => { const c = await app.connect(); return JSON.stringify(c.heard('welcome').length || await c.next('welcome')); })] },
  { rule: 'no-in-memory-connection-state', claims: [claim('map', 'fetch-sockets', ping('online')), claim('room-map', 'cache', ping('translate'))] },
];

it('shows', async () => {
  const lines: string[] = [];
  const lab = await Lab.open({ name: 'tmp-declared', proofs });
  for (const { rule, claims } of proofs) for (const one of claims) for (const side of ['incorrect', 'correct'] as const) {
    const all: string[] = [];
    for (const major of MAJORS) {
      try { all.push(await lab.observe(one, side, major)); } catch (error) { all.push(`ERROR ${String(error).slice(0, 120)}`); }
    }
    lines.push(`${rule} ${one[side].block}: ${all.join(' | ')}`);
  }
  await lab.close();
  console.log(lines.join('\n'));
  expect(lines.length).toBeGreaterThan(0);
}, 300_000);
