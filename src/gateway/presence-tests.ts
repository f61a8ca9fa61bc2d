import type { TSESTree } from '@typescript-eslint/utils';
import { exits } from '../ast/control-flow.ts';
import { enclosingFunction, isWithin } from '../ast/functions.ts';
import { outermostWrapper } from '../ast/skip-wrappers.ts';
import type { Variable } from '../ast/types.ts';
import type { ClientPath } from './client-paths.ts';
import { ownFunction, type ClientCode } from './reach.ts';

/** A value read from the client: where it may come from, and the variables that hold it. */
export interface ClientValue {
  /** More than one for `a || b`. */
  readonly paths: readonly ClientPath[];
  readonly variables: readonly Variable[];
}

type Range = readonly [start: number, end: number];

const known = new WeakMap<ClientCode['paths'], PresenceTests>();

/** The tests in a piece of code; read once. */
export function presenceTests(code: Code): PresenceTests {
  let tests = known.get(code.paths);
  if (tests === undefined) {
    tests = new PresenceTests(code);
    known.set(code.paths, tests);
  }
  return tests;
}

type Code = Pick<ClientCode, 'entry' | 'routine' | 'paths'>;

/**
 * Tells whether the code has looked whether a client sent a value before it uses the value: in a
 * test around the place, in an `if` above it with a branch that leaves, or by giving it a value.
 * What a test hands to a call (`isValid(client)`) and what a const holds of it count as the value.
 * What is on `client.data` may be known to be there from anything of the client, its id in a Map for
 * one.
 */
export class PresenceTests {
  readonly #code: Code;
  /** Where each path is read, or a longer one that begins with it. */
  readonly #reads = new Map<string, number[]>();
  /** Where anything of the client is read. */
  readonly #all: number[] = [];
  /** Where a path is handed to a call as a whole. */
  readonly #handed: { readonly path: string; readonly position: number }[] = [];

  constructor(code: Code) {
    this.#code = code;
    const { members, identifiers } = code.routine;
    for (const node of [...members, ...identifiers]) {
      const path = isName(node) ? undefined : code.paths.of(node);
      if (!path) continue;
      this.#all.push(node.range[0]);
      for (let length = 1; length <= path.length; length++) {
        const text = path.slice(0, length).join('.');
        const positions = this.#reads.get(text) ?? [];
        positions.push(node.range[0]);
        this.#reads.set(text, positions);
      }
      if (isArgument(node)) this.#handed.push({ path: path.join('.'), position: node.range[0] });
    }
  }

  /** Whether a test of the value keeps clients that did not send it away from a place. */
  isTested(value: ClientValue, place: TSESTree.Node): boolean {
    const { routine } = this.#code;
    const mentions = this.#mentions(value);
    const isMentioned = ([start, end]: Range) =>
      mentions.some((position) => start <= position && position < end);
    return (
      testsAround(place, routine.root).some(({ range }) => isMentioned(range)) ||
      routine.ifs.some(
        (statement) =>
          statement.range[1] <= place.range[0] &&
          isMentioned(statement.test.range) &&
          isAround(statement, place) &&
          this.#mayLeave(statement),
      ) ||
      routine.assignments.some(
        ({ left, range }) =>
          range[1] <= place.range[0] && value.paths.some((path) => this.#gives(left, path)),
      )
    );
  }

  /** Whether any `if` of the code tests the value. */
  isTestedAnywhere(value: ClientValue): boolean {
    const mentions = this.#mentions(value);
    return this.#code.routine.ifs.some(({ test: { range } }) =>
      mentions.some((position) => range[0] <= position && position < range[1]),
    );
  }

  /** Whether the code reads the value at all. */
  isRead({ paths }: ClientValue): boolean {
    return paths.some((path) => this.#reads.has(path.join('.')));
  }

  /** Where the code looks at the value, or at a const that was made from it. */
  #mentions({ paths, variables }: ClientValue): readonly number[] {
    const texts = paths.map((path) => path.join('.'));
    const positions = [
      ...(paths.some(([first]) => first === 'data') ? this.#all : []),
      ...texts.flatMap((text) => this.#reads.get(text) ?? []),
      ...this.#handed
        .filter(({ path }) => texts.some((text) => path === '' || text.startsWith(`${path}.`)))
        .map(({ position }) => position),
      ...variables.flatMap(referencesOf),
    ];
    const { sourceCode } = this.#code.entry.gateway.file;
    for (const declarator of this.#code.routine.declarators) {
      const range = declarator.init?.range;
      if (range && positions.some((position) => range[0] <= position && position < range[1])) {
        positions.push(...sourceCode.getDeclaredVariables(declarator).flatMap(referencesOf));
      }
    }
    return positions;
  }

  /** Whether an assignment gives a value to a path, or to something that holds it. */
  #gives(left: TSESTree.Node, path: ClientPath): boolean {
    const target = this.#code.paths.text(left);
    return target !== undefined && target !== '' && `${path.join('.')}.`.startsWith(`${target}.`);
  }

  /** Whether a branch ends the function, the loop or the `case`, itself or by a call that throws. */
  #mayLeave({ consequent, alternate }: TSESTree.IfStatement): boolean {
    const { routine, entry } = this.#code;
    return [consequent, alternate].some(
      (branch) =>
        branch !== null &&
        (exits(branch) ||
          [...routine.returns, ...routine.throws].some((node) => isWithin(node, branch)) ||
          routine.calls.some((call) => {
            const callee = isWithin(call, branch) ? ownFunction(call, entry.gateway) : undefined;
            return callee !== undefined && entry.gateway.file.routine(callee).throws.length > 0;
          })),
    );
  }
}

function referencesOf({ references }: Variable): readonly number[] {
  return references.map(({ identifier }) => identifier.range[0]);
}

/** Whether an identifier is the `b` of `a.b` or of `{ b: … }`, and so no variable. */
function isName(node: TSESTree.Identifier | TSESTree.MemberExpression): boolean {
  const { parent } = node;
  return (
    (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) ||
    (parent.type === 'Property' && parent.key === node && !parent.computed && !parent.shorthand)
  );
}

function isArgument(node: TSESTree.Node): boolean {
  const outer = outermostWrapper(node);
  const { parent } = outer;
  return parent?.type === 'CallExpression' && parent.callee !== outer;
}

/** Whether an `if` stands in the function of a place or in a function around that. */
function isAround(statement: TSESTree.Node, place: TSESTree.Node): boolean {
  const owner = enclosingFunction(statement);
  return owner !== undefined && isWithin(place, owner);
}

/** The tests that a place stands behind: of `if`, `switch`, `? :`, `&&` and loops around it. */
function testsAround(place: TSESTree.Node, root: TSESTree.Node): readonly TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (let child = place; child !== root && child.parent; child = child.parent) {
    const { parent } = child;
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
      case 'ForStatement':
      case 'SwitchCase':
      case 'WhileStatement':
        if (parent.test && child !== parent.test) tests.push(parent.test);
        break;
      case 'LogicalExpression':
        if (child === parent.right) tests.push(parent.left);
        break;
      case 'SwitchStatement':
        if (child !== parent.discriminant) tests.push(parent.discriminant);
        break;
      default:
    }
  }
  return tests;
}
