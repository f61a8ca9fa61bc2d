import type { App } from './app.ts';
import { MAJORS, type Major } from './majors.ts';

/** Runs a real client against the application and says in one line what it saw. */
export type Observe = (app: App) => Promise<string>;

/** One line for every major, or one for each where they differ. */
export type Expected = string | Readonly<Record<Major, string>>;

/** One side of a claim: code of the rule page, and the line that a real server gives for it. */
export interface Side {
  /** The `name=` of the block; several, where the application has more than one file. */
  readonly block: string | readonly string[];
  readonly expect: Expected;
  /** Only where this side has to be looked at in another way. */
  readonly observe?: Observe;
}

/** What a rule says will happen, and how anyone can see it happen. */
export interface Claim {
  /** A sentence about the incorrect code. */
  readonly claim: string;
  readonly observe: Observe;
  readonly incorrect: Side;
  readonly correct: Side;
  /** Both sides do the same: what a fix of the rule relies on. */
  readonly alike?: true;
  /** The application's environment variables; any other is unset. */
  readonly env?: Readonly<Record<string, string>>;
  /** A file of `support/setup` that adds modules to the application or configures it. */
  readonly setup?: string;
  /** Without it the claim is reported as not run. */
  readonly needs?: 'redis';
}

export interface Proof {
  readonly rule: string;
  readonly claims: readonly Claim[];
}

/** The proof of a rule: its claims, each observed on a running server of every major. */
export function proof(rule: string, ...claims: readonly Claim[]): Proof {
  for (const { claim, alike = false, incorrect, correct } of claims) {
    const same = MAJORS.every((major) => {
      return expectedOn(major, incorrect.expect) === expectedOn(major, correct.expect);
    });
    if (same !== alike) {
      const expects = same ? 'the same' : 'different lines';
      throw new Error(`${rule}: "${claim}" expects ${expects} of incorrect and correct code`);
    }
  }
  return { rule, claims };
}

export function expectedOn(major: Major, expected: Expected): string {
  return typeof expected === 'string' ? expected : expected[major];
}
