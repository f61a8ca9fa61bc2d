// @ts-check
/** Lints the chat example before and after: what the plugin finds, and what it has nothing to say of. */
import { fileURLToPath } from 'node:url';

import { ESLint } from 'eslint';
import { build } from 'tsdown';

const NAMED_RULES = [
  'no-any-message-body',
  'require-handle-disconnect',
  'require-gateway-cors-from-env',
  'no-http-in-gateway',
  'require-validation-pipe',
];

await build({ logLevel: 'error' });

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../examples/chat/', import.meta.url)) });
const stylish = await eslint.loadFormatter('stylish');

const before = await lint('before');
const after = await lint('after');
const found = new Set(before.map(({ ruleId }) => ruleId?.replace('nestjs-gateway/', '')));
const missed = NAMED_RULES.filter((rule) => !found.has(rule));

console.log(`examples/chat/before: ${before.length} findings of ${found.size} rules.`);
console.log(`examples/chat/after: ${after.length === 0 ? 'clean' : `${after.length} findings`}.`);
if (missed.length > 0) fail(`before should have a finding of ${missed.join(', ')}.`);
if (after.length > 0) fail('after should be clean.');

/** @param {string} folder */
async function lint(folder) {
  const results = await eslint.lintFiles(folder);
  process.stdout.write(await stylish.format(results));
  return results.flatMap(({ messages }) => messages);
}

/** @param {string} reason */
function fail(reason) {
  console.error(`The demo failed: ${reason}`);
  process.exitCode = 1;
}
