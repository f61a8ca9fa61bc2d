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

const FENCE = /^ts (?:incorrect|correct|strict)\b/;

/**
 * Renders the blocks that a page calls incorrect, correct or strict as `<LiveBlock>`, with the
 * findings that the plugin has in them: what a page shows needs no script of it to be there.
 */
export function liveBlocks(md: MarkdownRenderer): void {
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env: Environment, self) => {
    const token = tokens[index];
    if (!token || !FENCE.test(token.info)) {
      return fence?.(tokens, index, options, env, self) ?? '';
    }
    const block = JSON.stringify(readBlock(token.info, token.content, env.realPath ?? env.path));
    return `<LiveBlock :block="${md.utils.escapeHtml(block)}" />\n`;
  };
}

function readBlock(info: string, code: string, page: string): LiveBlock {
  const [, rule] = /docs\/rules\/(.+)\.md$/.exec(page) ?? [];
  const isStrict = rule === undefined || info.startsWith('ts strict');
  const attributes = info.replace(/^ts strict/, 'ts correct');
  const [block] = parseDocsBlocks(`\`\`\`${attributes}\n${code}\`\`\``, page);
  if (!block) throw new Error(`${page} has a block that nobody reads: ${info}`);
  const { kind, file, options = true, settings = {} } = block;
  const rules: Rules = isStrict ? strict() : { [rule]: options as true | object };
  const source: Source = { code: code.trimEnd(), file, rules, settings: settings as object };
  const outcome = lint(source);
  if (!('findings' in outcome)) throw new Error(`${page}: ${JSON.stringify(outcome)}`);
  return { kind, source, findings: outcome.findings };
}

function strict(): Rules {
  return Object.fromEntries(
    Object.entries(gateway.configs.strict.rules).map(([name, entry]) => [
      name.replace('nestjs-gateway/', ''),
      Array.isArray(entry) ? entry[1] : true,
    ]),
  );
}
