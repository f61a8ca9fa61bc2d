import type { rules } from '../../../src/rules/index.ts';

export type RuleName = keyof typeof rules;
export type FindingId = `${RuleName}/${string}`;

/** A finding that the grammar knows must come, and the range of its text. */
export interface Expected {
  readonly id: FindingId;
  readonly start: number;
  readonly end: number;
  /** Whether only the preset `strict` asks for it. */
  readonly isStrict: boolean;
}

// Characters that no source holds: what stands between them becomes the range of a finding.
const [OPENING, BODY, CLOSING] = ['\uE000', '\uE001', '\uE002'];
const MARK = new RegExp(`${OPENING}(?<id>[^${BODY}]*)${BODY}|${CLOSING}`, 'gu');
const STRICT = '!';

/** The text, marked as what a rule must report. */
export function fires(id: FindingId, text: string): string {
  return `${OPENING}${id}${BODY}${text}${CLOSING}`;
}

/** The text, marked as what a rule must report under the options of `strict` alone. */
export function firesStrictly(id: FindingId, text: string): string {
  return `${OPENING}${STRICT}${id}${BODY}${text}${CLOSING}`;
}

export function firesIf(condition: boolean, id: FindingId, text: string): string {
  return condition ? fires(id, text) : text;
}

/** The rule that a finding is of. */
export function ruleOf(id: FindingId): string {
  return id.slice(0, id.indexOf('/'));
}

/** Takes the marks out of the text, and tells what they marked. */
export function readMarks(marked: string): { code: string; expected: readonly Expected[] } {
  const expected: Expected[] = [];
  const open: { id: string; start: number }[] = [];
  let code = '';
  let position = 0;
  for (const { 0: mark, index, groups } of marked.matchAll(MARK)) {
    code += marked.slice(position, index);
    position = index + mark.length;
    const id = groups?.['id'];
    if (id !== undefined) {
      open.push({ id, start: code.length });
      continue;
    }
    const begun = open.pop();
    if (!begun) throw new Error('A mark ends that did not begin.');
    expected.push({
      id: begun.id.replace(STRICT, '') as FindingId,
      start: begun.start,
      end: code.length,
      isStrict: begun.id.startsWith(STRICT),
    });
  }
  return { code: code + marked.slice(position), expected };
}
