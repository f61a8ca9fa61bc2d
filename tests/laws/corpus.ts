import { existsSync } from 'node:fs';

import type { GatewayRule } from '../../src/rule/create-rule.ts';
import { rules as catalogue } from '../../src/rules/index.ts';
import { type DocsBlock, readDocsBlocks } from '../docs-blocks.ts';

/** A block of a rule page: what the laws are tried on. */
export interface Sample extends DocsBlock {
  readonly rule: string;
  /** Where it stands, for the message of a broken law. */
  readonly place: string;
}

export const rules: readonly GatewayRule[] = Object.values(catalogue);
export const ruleNames = Object.keys(catalogue);

export const samples: readonly Sample[] = ruleNames.flatMap((rule) => {
  const page = `docs/rules/${rule}.md`;
  if (!existsSync(page)) return [];
  return readDocsBlocks(rule).map((block) => ({ ...block, rule, place: `${page}:${block.line}` }));
});

export const incorrect = samples.filter(({ kind }) => kind === 'incorrect');

export function samplesOf(rule: string): Sample[] {
  return samples.filter((sample) => sample.rule === rule);
}

/** The keys of a rule's options object. */
export function optionKeys({ schema }: GatewayRule['meta']): string[] {
  return Object.keys(schema[0]?.properties ?? {});
}
