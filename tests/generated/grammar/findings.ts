import { everyRule, lint, strictRules } from '../../laws/lint.ts';
import { offsetsIn } from '../../laws/offset.ts';
import type { Generated } from './write.ts';

const PREFIX = 'nestjs-gateway/';

/** What the rules find in a generated gateway, each with the text it is about, sorted. */
export function found({ code, preset, settings }: Generated): readonly string[] {
  const at = offsetsIn(code);
  return lint({ code, settings }, preset === 'bare' ? everyRule : strictRules)
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
