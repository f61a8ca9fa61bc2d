import { type Case, rulesFor, sourceOf } from '../fixes/cases.ts';
import { lint, strictRules } from '../laws/lint.ts';
import { offsetsIn } from '../laws/offset.ts';
import { withoutAliases } from './rewritings/imports.ts';

/** What is found in a file, however that is written. */
export interface Finding {
  /** `rule/messageId` */
  readonly id: string;
  readonly message: string;
  /** The text that it is shown at. */
  readonly text: string;
}

const PREFIX = 'nestjs-gateway/';

/** What all rules under `strict` find in the text of a case. */
export function findingsOf(given: Case, code: string): readonly Finding[] {
  const at = offsetsIn(code);
  return lint(sourceOf(given, code), rulesFor(given, strictRules)).map((finding) => {
    const { ruleId, messageId, message, line, column, endLine, endColumn } = finding;
    return {
      id: `${ruleId?.replace(PREFIX, '')}/${messageId}`,
      message: plain(message),
      text: plain(code.slice(at(line, column), at(endLine, endColumn))),
    };
  });
}

/** The text without what the rewritings change: quotes, spaces, comments, names of imports. */
function plain(text: string): string {
  return withoutAliases(text.replaceAll(/\/\*.*?\*\//g, ''))
    .replaceAll(/['"`\s,;()]/g, '')
    .replaceAll(/\b(\w+):\1\b/g, '$1');
}

/** What is in the first list and not in the second, each as often as it is missing there. */
export function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const index = left.indexOf(item);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}
