import type { TSESLint } from '@typescript-eslint/utils';
import { once } from '../ast/once.ts';
import type { SourceCode } from '../ast/types.ts';
import { NestFile } from '../gateway/nest-file.ts';
import { readSettings } from '../gateway/settings.ts';
import type { RuleDocs, RuleModule } from '../plugin-types.ts';
import { learn, wordsOf } from './vocabulary.ts';

/** What a rule reports: a node or a place in it, a message, perhaps a fix or suggestions. */
export type Report<MessageIds extends string> = (
  problem: TSESLint.ReportDescriptor<MessageIds>,
) => void;

/** What a rule's check is handed for a file. */
export interface FileCheck<MessageIds extends string, Options extends object> {
  readonly file: NestFile;
  readonly sourceCode: SourceCode;
  /** The user's options over the rule's defaults. */
  readonly options: Readonly<Options>;
  readonly report: Report<MessageIds>;
}

export interface RuleDefinition<MessageIds extends string, Options extends object> {
  /** The rule's id, which is also the name of its file and of its page. */
  readonly name: string;
  readonly meta: {
    readonly type: 'problem' | 'suggestion';
    readonly docs: Omit<RuleDocs, 'url'>;
    readonly messages: Record<MessageIds, string>;
    readonly fixable?: 'code';
    readonly hasSuggestions?: true;
    /** The JSON schemas of the keys of the rule's one options object. */
    readonly options?: Readonly<Record<keyof Options & string, object>>;
    /** The options of a rule that is enabled bare: those of `recommended`. */
    readonly defaultOptions?: Options;
    /** What the `strict` preset asks beyond the defaults. */
    readonly strictOptions?: Partial<Options>;
  };
}

export interface FileRuleDefinition<
  MessageIds extends string,
  Options extends object,
> extends RuleDefinition<MessageIds, Options> {
  /**
   * Text without which the rule has nothing to say: a file that holds none of these words, and none
   * of those that settings add, is not looked at.
   */
  readonly mentions: readonly string[];
  /** Whether the rule has something to look at once the file's model is there. */
  concerns(file: NestFile): boolean;
  check(context: FileCheck<MessageIds, Options>): void;
}

/** A rule of this plugin: what linters see, and what its presets are made from. */
export interface GatewayRule extends RuleModule {
  readonly name: string;
  readonly strictOptions: object | undefined;
}

const REPOSITORY = 'https://github.com/nestjs-gateway/eslint-plugin-nestjs-gateway';

/**
 * Makes a rule that looks at a file's model. It adds what all rules share: the address of the page,
 * the schema around the options, options merged over defaults (ESLint 8 does not), and the gate
 * that keeps a file without anything to say about free of listeners.
 */
export function createRule<MessageIds extends string, Options extends object = object>(
  definition: FileRuleDefinition<MessageIds, Options>,
): GatewayRule {
  const { name, meta, mentions } = definition;
  const { defaultOptions } = meta;
  learn(mentions);
  const defaults = Object.assign({}, defaultOptions);
  const optionsOver = once((given: Options): Options => Object.assign({}, defaultOptions, given));

  return {
    name,
    strictOptions: meta.strictOptions,
    meta: {
      type: meta.type,
      docs: { ...meta.docs, url: `${REPOSITORY}/blob/main/docs/rules/${name}.md` },
      ...(meta.fixable && { fixable: meta.fixable }),
      ...(meta.hasSuggestions && { hasSuggestions: true }),
      schema: meta.options
        ? [{ type: 'object', properties: meta.options, additionalProperties: false }]
        : [],
      ...(defaultOptions && { defaultOptions: [defaultOptions] }),
      messages: meta.messages,
      languages: ['js/js'],
    },
    create(context: Readonly<TSESLint.RuleContext<MessageIds, [Options?]>>) {
      const { sourceCode } = context;
      const words = wordsOf(sourceCode.text, context.settings);
      if (words.size === 0) return {};
      const settings = readSettings(context.settings);
      if (![...mentions, ...settings.words].some((word) => words.has(word))) return {};
      const file = NestFile.of(sourceCode, settings);
      if (!definition.concerns(file)) return {};
      return {
        Program() {
          const [given] = context.options;
          definition.check({
            file,
            sourceCode,
            options: given ? optionsOver(given) : defaults,
            report: (problem) => context.report(problem),
          });
        },
      };
    },
  };
}
