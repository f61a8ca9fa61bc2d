import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, isNamed, literalString, receiver } from '../../ast/names.ts';
import { askedForByEnv } from '../env.ts';
import { isGlobalNamed, isUndefined } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';

export type OriginKind =
  /** `'*'`. */
  | 'wildcard'
  /** `true` or a RegExp that every text matches: whoever asks is allowed. */
  | 'reflected'
  /** One of the two again, but only when another value is missing or a test says so. */
  | 'wildcard-fallback'
  /** `'*'` in a list, where it is compared as text. */
  | 'wildcard-in-list'
  /** Several origins in one text, which is compared as one. */
  | 'comma'
  /** Written out, and nothing else. */
  | 'literal'
  /** A list of which a part is written out and the rest comes from elsewhere. */
  | 'literal-in-list'
  /** A falsy constant: nobody is allowed. */
  | 'closed'
  /** From the environment, decided by a function or a RegExp, imported or computed. */
  | 'elsewhere';

/** What an `origin` amounts to. */
export interface Origin {
  readonly kind: OriginKind;
  /** The part of the value that makes it so. */
  readonly node: TSESTree.Node;
  /** The origins that are written out. */
  readonly literals: readonly string[];
}

/** Methods after which a text or list still says what it said. */
const FAITHFUL = new Set(['split', 'map', 'filter', 'trim']);

/**
 * Reads the value of `origin` as Socket.IO's `cors` package takes it. Only what the file spells out
 * is judged: the environment, functions, imports and computed values are `elsewhere`.
 */
export class OriginReader {
  readonly #file: NestFile;
  /** What is known of a value; one that is made from itself is found here in the making. */
  readonly #known = new Map<TSESTree.Node, Origin>();
  readonly #texts = new Map<TSESTree.Node, string | undefined>();

  constructor(file: NestFile) {
    this.#file = file;
  }

  read(node: TSESTree.Node): Origin {
    const value = this.#file.resolve(node);
    const known = this.#known.get(value);
    if (known) return known;
    this.#known.set(value, elsewhere(node));
    const origin = this.#judge(value, node);
    this.#known.set(value, origin);
    return origin;
  }

  /** The text of an expression that the file spells out. */
  #text(node: TSESTree.Node): string | undefined {
    const value = this.#file.resolve(node);
    if (!this.#texts.has(value)) {
      this.#texts.set(value, undefined);
      this.#texts.set(value, this.#spell(value));
    }
    return this.#texts.get(value);
  }

  #spell(value: TSESTree.Node): string | undefined {
    const text = literalString(value);
    if (text !== undefined) return text;
    switch (value.type) {
      case 'Literal':
        return typeof value.value === 'number' ? String(value.value) : undefined;
      case 'TemplateLiteral': {
        const texts = value.quasis.flatMap(({ value: { cooked } }, index) => {
          const expression = value.expressions[index];
          return expression ? [cooked, this.#text(expression)] : [cooked];
        });
        return joined(texts);
      }
      case 'BinaryExpression':
        return value.operator === '+'
          ? joined([value.left, value.right].map((side) => this.#text(side)))
          : undefined;
      default:
        return undefined;
    }
  }

  #judge(value: TSESTree.Node, node: TSESTree.Node): Origin {
    const text = value.type === 'Literal' ? literalString(value) : this.#text(value);
    if (text !== undefined) return ofText(text, node);
    switch (value.type) {
      case 'Literal':
        return ofLiteral(value, node);
      case 'Identifier':
        return this.#ofName(value, node);
      case 'ArrayExpression':
        return this.#ofList(value, node);
      case 'LogicalExpression':
        return value.operator === '&&'
          ? choice([this.read(value.right), closed(value.left)], node)
          : fallback(this.read(value.left), this.read(value.right), node);
      case 'ConditionalExpression':
        return this.#ofChoice(value, node);
      case 'TemplateLiteral':
        return this.#ofPieces(value.expressions, value, node);
      case 'BinaryExpression':
        return this.#ofPieces([value.left, value.right], value, node);
      case 'CallExpression':
      case 'NewExpression':
        return this.#ofCall(value, node);
      default:
        return elsewhere(node);
    }
  }

  /** `undefined`, or a name destructured with a default: `const { ORIGIN = '*' } = process.env`. */
  #ofName(name: TSESTree.Identifier, node: TSESTree.Node): Origin {
    if (isUndefined(name, this.#file)) return closed(node);
    const [definition] = this.#file.bindings.variable(name)?.defs ?? [];
    const pattern = definition?.type === 'Variable' ? definition.name.parent : undefined;
    return pattern?.type === 'AssignmentPattern'
      ? fallback(elsewhere(node), this.read(pattern.right), node)
      : elsewhere(node);
  }

  /** What the environment asks for in so many words comes from there. */
  #ofChoice(value: TSESTree.ConditionalExpression, node: TSESTree.Node): Origin {
    const asked = askedForByEnv(value, this.#file);
    const branches = [value.consequent, value.alternate].map((branch) =>
      branch === asked ? elsewhere(branch) : this.read(branch),
    );
    return choice(branches, node);
  }

  /** What is seen elsewhere does not excuse a literal beside it. */
  #ofList({ elements }: TSESTree.ArrayExpression, node: TSESTree.Node): Origin {
    const origins = elements.flatMap((element) => {
      if (element === null) return [];
      return [this.read(element.type === 'SpreadElement' ? element.argument : element)];
    });
    const literals = literalsOf(origins);
    const kinds = new Set(origins.map(({ kind }) => kind));
    if (kinds.has('wildcard') || kinds.has('wildcard-in-list')) {
      return { kind: 'wildcard-in-list', node, literals };
    }
    if (kinds.has('reflected')) return { kind: 'reflected', node, literals };
    return writtenOut(origins, node);
  }

  /** A text put together from pieces of which not all are spelled out. */
  #ofPieces(pieces: readonly TSESTree.Node[], whole: TSESTree.Node, node: TSESTree.Node): Origin {
    const isWrittenOut = pieces.every(
      (piece) => this.#text(piece) !== undefined || WRITTEN.has(this.read(piece).kind),
    );
    return isWrittenOut
      ? { kind: 'literal', node, literals: [this.#file.sourceCode.getText(whole)] }
      : elsewhere(node);
  }

  #ofCall(call: TSESTree.CallExpression | TSESTree.NewExpression, node: TSESTree.Node): Origin {
    const { callee } = call;
    const [argument] = call.arguments;
    const given = argument && this.#text(argument);
    if (isGlobalNamed(callee, 'RegExp', this.#file)) {
      return given !== undefined && isMatchAll(given) ? open('reflected', node) : elsewhere(node);
    }
    const object = call.type === 'CallExpression' ? receiver(call) : undefined;
    const name = calleeName(call);
    if (!object || !isNamed(name, FAITHFUL)) return elsewhere(node);
    const { kind, literals } = this.read(object);
    if (kind === 'wildcard-in-list') return { kind, node, literals };
    if (name === 'split' && (kind === 'wildcard' || kind === 'wildcard-fallback')) {
      return { kind: 'wildcard-in-list', node, literals };
    }
    // What a callback makes of a literal is not followed.
    if (name === 'map' || !SPELLED.has(kind)) return elsewhere(node);
    if (name === 'split' && given !== undefined) {
      return { kind: 'literal', node, literals: literals.flatMap((text) => text.split(given)) };
    }
    return { kind, node, literals };
  }
}

const WRITTEN: ReadonlySet<OriginKind> = new Set(['literal', 'comma', 'wildcard']);
const SPELLED: ReadonlySet<OriginKind> = new Set(['literal', 'literal-in-list', 'comma']);

function elsewhere(node: TSESTree.Node): Origin {
  return { kind: 'elsewhere', node, literals: [] };
}

function closed(node: TSESTree.Node): Origin {
  return { kind: 'closed', node, literals: [] };
}

function open(kind: 'wildcard' | 'reflected' | 'wildcard-fallback', node: TSESTree.Node): Origin {
  return { kind, node, literals: [] };
}

function ofText(text: string, node: TSESTree.Node): Origin {
  if (text === '*') return open('wildcard', node);
  if (text === '') return closed(node);
  return { kind: text.includes(',') ? 'comma' : 'literal', node, literals: [text] };
}

function ofLiteral(literal: TSESTree.Literal, node: TSESTree.Node): Origin {
  if ('regex' in literal) {
    return isMatchAll(literal.regex.pattern) ? open('reflected', node) : elsewhere(node);
  }
  if (literal.value === true) return open('reflected', node);
  return literal.value ? elsewhere(node) : closed(node);
}

/** `left || right`, `left ?? right`: the right side stands when the left one is missing. */
function fallback(left: Origin, right: Origin, node: TSESTree.Node): Origin {
  if (left.kind === 'closed') return right;
  if (left.kind !== 'elsewhere') return left;
  if (isOpen(right)) return open('wildcard-fallback', right.node);
  return right.kind === 'wildcard-in-list' || right.kind === 'comma' ? right : elsewhere(node);
}

/** `test ? a : b`: the environment in the test says nothing about the values. */
function choice(branches: readonly Origin[], node: TSESTree.Node): Origin {
  const opening = branches.find(isOpen);
  if (opening) return open('wildcard-fallback', opening.node);
  const mistaken = branches.find(({ kind }) => kind === 'wildcard-in-list' || kind === 'comma');
  if (mistaken) return mistaken;
  if (branches.every(({ kind }) => kind === 'closed')) return closed(node);
  return branches.some(({ kind }) => kind === 'elsewhere')
    ? elsewhere(node)
    : writtenOut(branches, node);
}

/** What is written out of several origins, if anything is. */
function writtenOut(origins: readonly Origin[], node: TSESTree.Node): Origin {
  const literals = literalsOf(origins);
  if (literals.length === 0) return elsewhere(node);
  const isMixed = origins.some(({ kind }) => kind === 'elsewhere' || kind === 'literal-in-list');
  return { kind: isMixed ? 'literal-in-list' : 'literal', node, literals };
}

/** The origins that are written out in several, each once. */
function literalsOf(origins: readonly Origin[]): readonly string[] {
  return [...new Set(origins.flatMap(({ literals }) => literals))];
}

function isOpen({ kind }: Origin): boolean {
  return kind === 'wildcard' || kind === 'reflected' || kind === 'wildcard-fallback';
}

/** How long a text may become; consts may hold one another many times over. */
const LENGTH = 10_000;

function joined(texts: readonly (string | null | undefined)[]): string | undefined {
  const text = texts.some((part) => typeof part !== 'string') ? undefined : texts.join('');
  return text !== undefined && text.length <= LENGTH ? text : undefined;
}

/** Whether no origin fails a pattern: any text, with or without anchors and a group around it. */
function isMatchAll(pattern: string): boolean {
  const core = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/^\((?:\?:)?(.*)\)$/, '$1');
  return /^(?:\.|\[\\s\\S\]|\[\^\])?(?:[*+]\??)?$/.test(core);
}
