import { parse, type ParserOptions } from '@babel/parser';
import { analyze } from '@typescript-eslint/scope-manager';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Linter } from 'eslint';

/*
 * A parser for ESLint that is small enough for a page. Babel's reads TypeScript in a tenth of the
 * size of TypeScript's own, and writes typescript-eslint's tree, but for what is mended here.
 */

const OPTIONS: ParserOptions = {
  sourceType: 'module',
  // The plugin for legacy decorators reads on behind one: to it, `@MessageBody() [id]` is an index.
  plugins: ['estree', 'typescript', 'decorators', 'decoratorAutoAccessors'],
  errorRecovery: true,
  ranges: true,
  tokens: true,
  attachComment: false,
};

/** What Babel calls an error and typescript-eslint does not. */
const TOLERATED = new Set(['AwaitNotInAsyncContext', 'UnsupportedParameterDecorator']);

/** TypeScript reserves these in a class, so typescript-eslint calls them keywords. */
const RESERVED = new Set(
  'implements interface let package private protected public static yield'.split(' '),
);

interface Place {
  line: number;
  column: number;
}

interface Located {
  start: number;
  end: number;
  range: [number, number];
  loc: { start: Place; end: Place };
}

interface Node extends Located {
  type: string;
  decorators?: Node[];
  left?: Node;
  argument?: Node;
  params?: Node[] | Node;
  typeAnnotation?: Node;
}

interface BabelToken extends Located {
  type: { label: string; keyword?: string };
}

interface BabelFile {
  program: Node;
  comments: (Located & { type: string })[];
  tokens: (BabelToken | Node)[];
  errors: BabelError[];
}

interface BabelError extends SyntaxError {
  reasonCode: string;
  loc: Place;
  pos: number;
}

export const meta = { name: 'nestjs-gateway/babel', version: '8' };

/**
 * Parses TypeScript into typescript-eslint's tree and scopes.
 *
 * @throws an error with a `lineNumber` and a `column`, where the code is not TypeScript
 */
export function parseForESLint(code: string): Linter.ESLintParseResult {
  const { program, comments, tokens } = read(code);
  const ast = Object.assign(program, {
    range: [program.start, program.end],
    comments: comments.map((comment) => ({
      ...comment,
      type: comment.type.replace('Comment', ''),
      range: [comment.start, comment.end],
    })),
    tokens: tokens.filter(isToken).map((token) => toESLint(token, code)),
  });
  const scopeManager = analyze(ast as never, { sourceType: 'module', lib: [] });
  return { ast, scopeManager, services: {}, visitorKeys } as unknown as Linter.ESLintParseResult;
}

/** Reads the code. Babel cannot read `@MessageBody() ...args`, so it does not get to see the dots. */
function read(code: string): BabelFile {
  const dots: number[] = [];
  const first = attempt(code, dots);
  if (!isBabelError(first)) {
    mend(first, dots);
    return first;
  }
  let result: BabelFile | BabelError = first;
  while (isBabelError(result) && code.startsWith('...', result.pos)) {
    dots.push(result.pos);
    result = attempt(code, dots);
  }
  if (!isBabelError(result) && mend(result, dots) === dots.length) return result;
  throw toESLintError(first);
}

function attempt(code: string, dots: readonly number[]): BabelFile | BabelError {
  const text = dots.reduce((text, dot) => `${text.slice(0, dot)}   ${text.slice(dot + 3)}`, code);
  try {
    const file = parse(text, OPTIONS) as unknown as BabelFile;
    return file.errors.find(({ reasonCode }) => !TOLERATED.has(reasonCode)) ?? file;
  } catch (error) {
    if (isBabelError(error)) return error;
    throw error;
  }
}

/**
 * Moves decorators to where typescript-eslint has them, and puts the dots back.
 *
 * @returns how many dots stood before a parameter
 */
function mend({ program, tokens }: BabelFile, dots: readonly number[]): number {
  let found = 0;
  visit(program, ({ params = [] }) => {
    if (!Array.isArray(params)) return;
    for (const [index, param] of params.entries()) {
      const { left } = param;
      if (left?.decorators?.length) [param.decorators, left.decorators] = [left.decorators, []];
      const [decorator] = param.decorators ?? [];
      if (!decorator) continue;
      const dot = dots.find((at) => decorator.start < at && at < param.start);
      if (dot === undefined) continue;
      params[index] = toRest(param, decorator);
      tokens.push(toDots(param, dot));
      found++;
    }
  });
  tokens.sort((a, b) => a.start - b.start);
  return found;
}

/** The rest element that begins with the decorator, around a parameter that was read as its own. */
function toRest(param: Node, decorator: Node): Node {
  const { decorators = [], typeAnnotation, ...argument } = param;
  const type = typeAnnotation ?? { start: param.end, loc: { start: param.loc.end } };
  return {
    type: 'RestElement',
    argument: {
      ...argument,
      decorators: [],
      end: type.start,
      range: [param.start, type.start],
      loc: { start: param.loc.start, end: type.loc.start },
    },
    decorators,
    ...(typeAnnotation && { typeAnnotation }),
    start: decorator.start,
    end: param.end,
    range: [decorator.start, param.end],
    loc: { start: decorator.loc.start, end: param.loc.end },
  };
}

function toDots({ start, loc }: Node, dot: number): BabelToken {
  const { line, column } = loc.start;
  const at = (index: number) => ({ line, column: column - start + index });
  const range: [number, number] = [dot, dot + 3];
  const [from, to] = range;
  return {
    type: { label: '...' },
    start: from,
    end: to,
    range,
    loc: { start: at(from), end: at(to) },
  };
}

function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  const children = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>;
  for (const key of visitorKeys[node.type] ?? []) {
    for (const child of [children[key]].flat()) if (child) visit(child, enter);
  }
}

function isBabelError(error: unknown): error is BabelError {
  return error instanceof SyntaxError && 'reasonCode' in error;
}

function toESLintError({ message, loc }: BabelError): Error {
  return Object.assign(new SyntaxError(message.replace(/ \(\d+:\d+\)$/, '')), {
    lineNumber: loc.line,
    column: loc.column + 1,
  });
}

function isToken(token: BabelToken | Node): token is BabelToken {
  return typeof token.type === 'object' && token.type.label !== 'eof';
}

function toESLint({ type, start, end, loc }: BabelToken, code: string) {
  const value = code.slice(start, end);
  return { type: typeOf(type, value), value, start, end, range: [start, end], loc };
}

function typeOf({ label, keyword }: BabelToken['type'], value: string): string {
  if (keyword === 'null') return 'Null';
  if (keyword === 'true' || keyword === 'false') return 'Boolean';
  if (keyword !== undefined || RESERVED.has(value)) return 'Keyword';
  if (label === 'name') return 'Identifier';
  if (label === '#name') return 'PrivateIdentifier';
  if (label === 'num' || label === 'bigint') return 'Numeric';
  if (label === 'string') return 'String';
  if (label === 'regexp') return 'RegularExpression';
  if (label === '...`' || label === '...${') return 'Template';
  return 'Punctuator';
}
