import { Linter } from 'eslint/universal';
import gateway from 'eslint-plugin-nestjs-gateway';

import { EVERY_FILE } from './every-file.ts';
import * as parser from './parser.ts';
import type { Finding, Outcome, ParseError, Range, Source } from './source.ts';

const linter = new Linter();

/** Lints the source with the plugin, as ESLint does. */
export function lint(source: Source): Outcome {
  try {
    const messages = linter.verify(source.code, configure(source), source.file);
    const failure = messages.find(({ fatal }) => fatal);
    if (failure) return { parseError: toParseError(failure, source.code) };
    const other = messages.find(({ ruleId }) => ruleId === null);
    if (other) return { refusal: other.message };
    const starts = lineStarts(source.code);
    return { findings: messages.map((message) => toFinding(message, starts)) };
  } catch (error) {
    return { refusal: messageOf(error) };
  }
}

/** The code after ESLint's passes of fixing. Code that does not parse stays as it is. */
export function fixAll(source: Source): string {
  return linter.verifyAndFix(source.code, configure(source), source.file).output;
}

function configure({ rules, settings }: Source): Linter.Config[] {
  const entries = Object.entries(rules).map(([name, options]) => [
    `nestjs-gateway/${name}`,
    options === true ? 'error' : ['error', options],
  ]);
  return [
    {
      files: [EVERY_FILE],
      plugins: { 'nestjs-gateway': gateway },
      languageOptions: { parser },
      settings: { 'nestjs-gateway': settings },
      rules: Object.fromEntries(entries),
    },
  ];
}

function toFinding(message: Linter.LintMessage, starts: readonly number[]): Finding {
  const { ruleId, line, column, endLine = line, endColumn = column, fix, suggestions } = message;
  const fixes = fix ? [{ desc: 'Fix', fix }] : [];
  return {
    rule: ruleId?.replace('nestjs-gateway/', '') ?? '',
    message: message.message,
    line,
    column,
    from: offset(starts, line, column),
    to: offset(starts, endLine, endColumn),
    fixable: fix !== undefined,
    repairs: [...fixes, ...(suggestions ?? [])].map(({ desc, fix: { range, text } }) => ({
      title: desc,
      edit: { from: range[0], to: range[1], text },
    })),
  };
}

function toParseError({ message, line, column }: Linter.LintMessage, code: string): ParseError {
  const at = offset(lineStarts(code), line, column);
  // What is missing is missing before the next word.
  const from = at + (/^[ \t]*/.exec(code.slice(at))?.[0].length ?? 0);
  const length = /^\w+/.exec(code.slice(from))?.[0].length ?? 1;
  const place: Range = {
    from: Math.min(from, code.length),
    to: Math.min(from + length, code.length),
  };
  return { message: message.replace('Parsing error: ', ''), line, column, ...place };
}

function lineStarts(code: string): number[] {
  const breaks = code.matchAll(/\r\n|[\n\r\u2028\u2029]/g);
  return [0, ...Array.from(breaks, ({ index, 0: text }) => index + text.length)];
}

function offset(starts: readonly number[], line: number, column: number): number {
  return (starts[line - 1] ?? 0) + column - 1;
}

/** ESLint says of an error in a rule where it was and in which file; here there is but one. */
function messageOf(error: unknown): string {
  const { message } = error instanceof Error ? error : new Error(String(error));
  return message.replace(/\nOccurred while linting[^]*$/, '').trim();
}
