import * as prettier from 'prettier';

import type { Finding } from './findings.ts';
import { hoisted, hoistedTexts, inlined } from './rewritings/consts.ts';
import { exportedByDefault, exportedLater, unexported } from './rewritings/exports.ts';
import { aliased, asNamespace } from './rewritings/imports.ts';
import { withDecoratorsTurned, withMembersTurned } from './rewritings/order.ts';
import { commented, requoted, respaced, templated } from './rewritings/trivia.ts';
import { type Draft, draft } from './source.ts';

/** A way to write a file otherwise that means the same. */
export interface Law {
  readonly name: string;
  rewrite(code: string): string | Promise<string>;
  /** What is the same of a finding before and after. */
  same(finding: Finding): string;
  /** Where what is found does depend on it, and why. */
  readonly exceptions: readonly Exception[];
}

export interface Exception {
  readonly id: RegExp;
  readonly reason: string;
}

const CHOSEN_ONCE: Exception = {
  id: /^require-room-prefix\//,
  reason: 'A constant is a name that somebody chose once, so it is left alone.',
};

export const laws: readonly Law[] = [
  law('a comment between any two tokens', commented),
  law('other line ends and indentation', respaced),
  law('the other quotes', requoted),
  law('templates for texts', templated),
  formatted('narrow, without semicolons', { printWidth: 40, semi: false, tabWidth: 4 }),
  formatted('wide, without brackets and commas to spare', {
    printWidth: 200,
    singleQuote: true,
    useTabs: true,
    arrowParens: 'avoid',
    bracketSpacing: false,
    trailingComma: 'none',
    quoteProps: 'consistent',
    objectWrap: 'collapse',
  }),
  law('imports under other names', aliased),
  law('imports of namespaces', asNamespace),
  law('decorators in the other order', withDecoratorsTurned, {
    exceptions: [
      {
        id: /^no-dead-subscription\/stacked$/,
        reason: 'Nest binds the uppermost of several subscriptions, so another one is lost.',
      },
    ],
  }),
  law('members in the other order', withMembersTurned, {
    // Of several handlers or collections, a finding tells of the first.
    same: ({ id }) => ruleOf(id),
  }),
  law('the class not exported', unexported),
  law('the class exported below', exportedLater),
  law('the class exported by default', exportedByDefault),
  law('consts for what decorators are handed', hoisted, { same: byMessage }),
  law('consts for texts', hoistedTexts, { same: byMessage, exceptions: [CHOSEN_ONCE] }),
  law('values in the place of consts', inlined, {
    same: byMessage,
    exceptions: [CHOSEN_ONCE],
  }),
];

function law(
  name: string,
  rewriting: (draft: Draft) => void,
  more: Partial<Pick<Law, 'same' | 'exceptions'>> = {},
): Law {
  return {
    name,
    same: byPlace,
    exceptions: [],
    ...more,
    rewrite(code) {
      const edited = draft(code);
      rewriting(edited);
      return edited.text.toString();
    },
  };
}

function formatted(name: string, options: prettier.Options): Law {
  return {
    name: `formatted ${name}`,
    same: byPlace,
    exceptions: [],
    rewrite: (code) => prettier.format(code, { ...options, parser: 'typescript' }),
  };
}

function byPlace({ id, message, text }: Finding): string {
  return `${id} at ${text}: ${message}`;
}

function ruleOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** What is shown at a value moves with it. */
function byMessage({ id, message }: Finding): string {
  return `${id}: ${message}`;
}
