/**
 * The published types. They are structural and import nothing, so that they are assignable to
 * ESLint's, typescript-eslint's and `@types/eslint`'s own types alike, in every version.
 */

/* eslint-disable @typescript-eslint/no-explicit-any -- `any` is what makes the types fit each linter's own. */

/** What a rule says of itself. */
export interface RuleMeta {
  readonly type: 'problem' | 'suggestion';
  readonly docs: RuleDocs;
  readonly messages: Record<string, string>;
  readonly schema: any[];
  readonly fixable?: 'code';
  readonly hasSuggestions?: boolean;
  readonly defaultOptions?: any[];
  readonly languages?: string[];
}

/** The part of a rule's meta that is documentation. */
export interface RuleDocs {
  readonly description: string;
  readonly url: string;
  /** The presets that turn the rule on: `recommended` (and so `strict`), or `strict` alone. */
  readonly recommended: 'recommended' | 'strict';
  /** Weakness ids, as in `CWE-400`, where one describes the mistake. */
  readonly cwe?: readonly string[];
  /** Requirement ids of the OWASP Application Security Verification Standard 5.0. */
  readonly asvs?: readonly string[];
}

/** A rule as any linter that speaks ESLint's plugin interface takes it. */
export interface RuleModule {
  readonly meta: RuleMeta;
  create(context: any): any;
}

export type Severity = 'off' | 'warn' | 'error';

/** A preset: one flat config object. */
export interface Config<RuleName extends string> {
  name: string;
  files: string[];
  plugins: Record<'nestjs-gateway', Plugin<RuleName>>;
  rules: { [K in `nestjs-gateway/${RuleName}`]?: Severity | [Severity, any] };
}

/** The plugin. */
export interface Plugin<RuleName extends string> {
  meta: { name: string; version: string; namespace: string };
  rules: Record<RuleName, RuleModule>;
  configs: { recommended: Config<RuleName>; strict: Config<RuleName> };
}
