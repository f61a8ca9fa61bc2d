import { chai, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';

import type { GatewayRule } from '../../src/rule/create-rule.ts';

/** What a case of a rule's test says of a finding; what it leaves out is not compared. */
export type ExpectedFinding = Readonly<Record<string, unknown>>;

/** A case of a rule's test, as the rule tester would get it. */
export interface RuleCase {
  readonly id: string;
  readonly rule: GatewayRule;
  readonly code: string;
  readonly file: string;
  readonly parserOptions: Readonly<Record<string, unknown>>;
  readonly options: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly errors: readonly ExpectedFinding[];
}

interface Written {
  readonly code: string;
  readonly filename?: string;
  readonly options?: readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly ExpectedFinding[];
}

interface TesterOptions {
  readonly languageOptions?: {
    readonly parserOptions?: Readonly<Record<string, unknown>> & {
      readonly tsconfigRootDir?: string;
    };
  };
}

/** A test of a piece of the model. */
export interface UnitTest {
  readonly id: string;
  readonly run: () => unknown;
}

/** The cases of the rules' tests, once those are imported. */
export const cases: RuleCase[] = [];

/** Stands in for the rule tester: it keeps the cases instead of running them. */
export class RuleTester {
  readonly #parserOptions;

  constructor({ languageOptions }: TesterOptions = {}) {
    this.#parserOptions = languageOptions?.parserOptions ?? {};
  }

  run(
    title: string,
    rule: GatewayRule,
    { valid, invalid }: { valid: readonly (string | Written)[]; invalid: readonly Written[] },
  ): void {
    const { tsconfigRootDir: folder } = this.#parserOptions;
    for (const given of [...valid, ...invalid]) {
      const {
        code,
        filename = 'chat.gateway.ts',
        ...rest
      } = typeof given === 'string' ? { code: given } : given;
      cases.push({
        id: `${title}, ${cases.length}`,
        rule,
        code,
        file: folder === undefined ? filename : `${folder}/${filename}`,
        parserOptions: this.#parserOptions,
        options: rest.options ?? [],
        settings: rest.settings ?? {},
        errors: rest.errors ?? [],
      });
    }
  }
}

/** The tests of the model, once those are imported. */
export const unitTests: UnitTest[] = [];

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** What the tests ask of Vitest: its `expect`, and an `it` that keeps the tests. */
export const expect = Object.assign((value: unknown) => chai.expect(value), {
  soft: (value: unknown) => chai.expect(value),
});
export const it = Object.assign(keep, { each: each(keep) });
export const describe = Object.assign(group, { each: each(group) });
export const vi = { setConfig: (): void => undefined };

type Body = (...row: unknown[]) => unknown;

function keep(title: string, body: Body): void {
  unitTests.push({ id: `${title}, ${unitTests.length}`, run: body });
}

function group(_title: string, body: Body): void {
  body();
}

function each(run: (title: string, body: Body) => void) {
  return (rows: readonly unknown[]) => (title: string, first: unknown, second?: unknown) => {
    const body = (typeof first === 'function' ? first : second) as Body;
    for (const row of rows) run(title, () => body(...(Array.isArray(row) ? row : [row])));
  };
}
