// @ts-check
/** What a build writes beside the bundle: the presets for Oxlint, and types for older compilers. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

export async function writeDerivedFiles() {
  await writeOxlintPresets();
  writeOlderTypes();
}

/** Each preset as a file that an Oxlint configuration extends. */
async function writeOxlintPresets() {
  /** @type {{ default: typeof import('../src/index.ts').default }} */
  const { default: plugin } = await import(new URL('dist/index.js', root).href);
  mkdirSync(new URL('oxlint/', root), { recursive: true });
  for (const [name, { files, rules }] of Object.entries(plugin.configs)) {
    const preset = { jsPlugins: [plugin.meta.name], overrides: [{ files, rules }] };
    writeFileSync(new URL(`oxlint/${name}.json`, root), `${JSON.stringify(preset, null, 2)}\n`);
  }
}

/** The types without the export whose name is a string, which TypeScript reads from 5.6 on. */
function writeOlderTypes() {
  const types = readFileSync(new URL('dist/index.d.ts', root), 'utf8');
  const older = types.replace(', plugin as "module.exports"', '');
  if (older === types) throw new Error('The types have no export that older compilers refuse.');
  writeFileSync(new URL('dist/index.ts5.5.d.ts', root), older);
}
