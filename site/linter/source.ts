/** What there is to lint, and how. */
export interface Source {
  readonly code: string;
  readonly file: string;
  readonly rules: Rules;
  /** What stands under `nestjs-gateway` in ESLint's settings. */
  readonly settings: object;
}

/** The rules that are on, each with its options or with `true` for its defaults. */
export type Rules = Readonly<Record<string, true | object>>;

/** A part of the code, by offsets. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Edit extends Range {
  readonly text: string;
}

/** An edit that a rule offers. */
export interface Repair {
  readonly title: string;
  readonly edit: Edit;
}

export interface Finding extends Range {
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  /** The fix, where the rule has one, and then its suggestions. */
  readonly repairs: readonly Repair[];
  /** Whether `eslint --fix` repairs it. */
  readonly fixable: boolean;
}

/** Where the code is not TypeScript. */
export interface ParseError extends Range {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export type Outcome =
  | { readonly findings: readonly Finding[] }
  | { readonly parseError: ParseError }
  /** Options or settings that a rule does not take. */
  | { readonly refusal: string };

/** The code with the edit made. */
export function applyEdit(code: string, { from, to, text }: Edit): string {
  return code.slice(0, from) + text + code.slice(to);
}
