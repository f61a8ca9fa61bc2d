// @ts-check
/** Runs the unit tests on each Node.js that the package declares: `npm run test:nodes`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const NODES = ['20.19.0', '22', '24', '26'];

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const folder = mkdtempSync(join(tmpdir(), 'nodes-'));
const failed = NODES.filter((version) => !passes(install(version)));
rmSync(folder, { recursive: true });
if (failed.length > 0) {
  console.error(`The unit tests fail on Node.js ${failed.join(', ')}.`);
  process.exitCode = 1;
}

/**
 * Installs the binary of that version, and gives its path.
 * @param {string} version
 */
function install(version) {
  const name = `node-${process.platform}-${process.arch}`;
  const prefix = join(folder, version);
  const argv = ['install', '--prefer-offline', '--no-save', '--prefix', prefix];
  execFileSync('npm', [...argv, `${name}@${version}`], { stdio: 'ignore' });
  return join(prefix, 'node_modules', name, 'bin/node');
}

/** @param {string} node */
function passes(node) {
  console.log(`\nNode.js ${execFileSync(node, ['--version'], { encoding: 'utf8' })}`);
  const argv = [vitest, 'run', '--project', 'unit', '--reporter', 'default', '--silent'];
  // A test that starts another process should start it with the same Node.js.
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env['PATH']}` };
  return spawnSync(node, argv, { env, stdio: 'inherit' }).status === 0;
}
