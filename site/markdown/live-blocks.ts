import { basename } from 'node:path';

import gateway from 'eslint-plugin-nestjs-gateway';
import type { MarkdownRenderer } from 'vitepress';

import { parseDocsBlocks } from '../../tests/docs-blocks.ts';
import { lint } from '../linter/lint.ts';
import type { Finding, Rules, Source } from '../linter/source.ts';

/** A block of code that is linted where it stands. */
export interface LiveBlock {
  readonly kind: 'incorrect' | 'correct';
  readonly source: Source;
  readonly findings: readonly Finding[];
}

interface Environment {
  readonly path: string;
  readonly realPath?: string;
}

const FENCE = /^ts (?<as>incorrect|correct|strict|recommended)\b/;

/**
 * Renders the blocks that a page calls incorrect or correct, or names a preset for, as
 * `<LiveBlock>`, with the findings that the plugin has in them: a page shows them without a script.
 */
export function liveBlocks(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env: Environment, self) => {
    const token = tokens[index];
    if (!token || !FENCE.test(token.info)) {
      return fence?.(tokens, index, options, env, self) ?? '';
    }
    const block = readBlock(token.info, token.content, env.realPath ?? env.path);
    return `<LiveBlock :block="${md.utils.escapeHtml(JSON.stringify(block))}" />\n`;
  };
}

function readBlock(info: string, code: string, page: string): LiveBlock {
  const { source, kind } = info.startsWith('ts strict')
    ? { kind: 'correct' as const, source: presetSource('strict', code) }
    : info.startsWith('ts recommended')
      ? { kind: 'incorrect' as const, source: presetSource('recommended', code) }
      : ruleBlock(info, code, page);
  const outcome = lint(source);
  if (!('findings' in outcome)) throw new Error(`${page}: ${JSON.stringify(outcome)}`);
  return { kind, source, findings: outcome.findings };
}

/** A block of a rule's page, linted with the rule alone. */
function ruleBlock(info: string, code: string, page: string): Omit<LiveBlock, 'findings'> {
  const [block] = parseDocsBlocks(`\`\`\`${info}\n${code}\`\`\``, page);
  if (!block) throw new Error(`${page} has a block that nobody reads: ${info}`);
  const { kind, file, options = true, settings = {} } = block;
  const rules: Rules = { [basename(page, '.md')]: options as true | object };
  return { kind, source: { code: code.trimEnd(), file, rules, settings: settings as object } };
}

function presetSource(preset: 'recommended' | 'strict', code: string): Source {
  const rules = Object.entries(gateway.configs[preset].rules).map(([name, entry]) => [
    name.replace('nestjs-gateway/', ''),
    Array.isArray(entry) ? entry[1] : true,
  ]);
  const file = 'chat.gateway.ts';
  return { code: code.trimEnd(), file, rules: Object.fromEntries(rules), settings: {} };
}
