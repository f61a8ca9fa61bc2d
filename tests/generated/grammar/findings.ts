import type { Linter } from 'eslint';

import plugin from '../../../src/index.ts';
import { everyRule, lint, type Enabled } from '../../laws/lint.ts';
import type { Generated } from './gateway.ts';

const PREFIX = 'nestjs-gateway/';

const STRICT: Enabled = Object.fromEntries(
  Object.entries(plugin.configs.strict.rules).map(([name, entry]) => [
    name.slice(PREFIX.length),
    entry as Linter.RuleEntry,
  ]),
);

/** What the rules find in a generated gateway, each with the text it is about, sorted. */
export function found({ code, preset, settings }: Generated): readonly string[] {
  const starts = [
    0,
    ...Array.from(code.matchAll(/\r?\n/g), ({ index, 0: end }) => index + end.length),
  ];
  const at = (line = NaN, column = NaN) => (starts[line - 1] ?? NaN) + column - 1;
  return lint({ code, settings }, preset === 'bare' ? everyRule : STRICT)
    .map(({ ruleId, messageId, line, column, endLine, endColumn }) =>
      summary(
        `${ruleId?.slice(PREFIX.length)}/${messageId}`,
        at(line, column),
        at(endLine, endColumn),
        code,
      ),
    )
    .sort();
}

/** What must be found in it, told in the same way. */
export function expected({ code, expected: marks }: Generated): readonly string[] {
  return marks.map(({ id, start, end }) => summary(id, start, end, code)).sort();
}

function summary(id: string, start: number, end: number, code: string): string {
  return `${id} at ${start}: ${code.slice(start, end)}`;
}
