import type { TSESTree } from '@typescript-eslint/utils';
import { exits } from '../../ast/control-flow.ts';
import { enclosingFunction, isWithin } from '../../ast/functions.ts';
import { once } from '../../ast/once.ts';
import { Positions } from '../../ast/positions.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import type { ClientPath } from '../connection/client-paths.ts';
import { ownFunction, type ClientCode } from '../connection/reach.ts';

/** A value read from the client: the paths that it may come from, more than one for `a || b`. */
export type ClientValue = readonly ClientPath[];

/** Where the code looks at a value, or at a const that was made from it. */
interface Mentions {
  readonly places: Positions;
  /** The `if`s whose test is one of these places, and with a branch that leaves. */
  readonly guards: readonly TSESTree.IfStatement[];
  /** Whether any `if` tests it, whatever its branches do. */
  readonly isTested: boolean;
}

/** The tests in a piece of code; read once. */
export function presenceTests(code: Code): PresenceTests {
  return testsOf(code.paths, code);
}

const testsOf = once((_: ClientCode['paths'], code: Code) => new PresenceTests(code));

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
  /** The reads of each path, and of the longer ones that begin with it; those of any under ``. */
  readonly #reads = new Map<string, TSESTree.Node[]>();
  /** The reads of each path that are handed to a call as they are. */
  readonly #handed = new Map<string, TSESTree.Node[]>();
  readonly #mentions = new Map<string, Mentions>();
  readonly #guards = new Map<TSESTree.IfStatement, boolean>();
  #leaving: Positions | undefined;
  #gifts: readonly { readonly path: string; readonly end: number }[] | undefined;

  constructor(code: Code) {
    this.#code = code;
    const { members, identifiers } = code.routine;
    for (const node of [...members, ...identifiers]) {
      const path = isName(node) ? undefined : code.paths.of(node);
      if (!path) continue;
      for (const text of beginningsOf(path)) addTo(this.#reads, text, node);
      if (isArgument(node)) addTo(this.#handed, path.join('.'), node);
    }
  }

  /** Whether a test of the value keeps clients that did not send it away from a place. */
  isTested(value: ClientValue, place: TSESTree.Node): boolean {
    const around = testsAround(place);
    return (
      this.#isGiven(value, place) ||
      this.#mentionsOf(value).some(
        ({ places, guards }) =>
          around.some((test) => places.isIn(test)) ||
          guards.some((guard) => guard.range[1] <= place.range[0] && isAround(guard, place)),
      )
    );
  }

  /** Whether any `if` of the code tests the value. */
  isTestedAnywhere(value: ClientValue): boolean {
    return this.#mentionsOf(value).some(({ isTested }) => isTested);
  }

  /** Whether the code reads the value at all. */
  isRead(value: ClientValue): boolean {
    return value.some((path) => this.#reads.has(path.join('.')));
  }

  /** The mentions of the value itself, and of what it is read from where that is handed on. */
  #mentionsOf(value: ClientValue): readonly Mentions[] {
    // Any test of the client counts for what is on its data, so all data have the same mentions.
    if (value.some(([first]) => first === 'data')) return [this.#cached('read', [''])];
    const texts = value.map((path) => path.join('.'));
    const owners = new Set(value.flatMap((path) => beginningsOf(path).slice(0, -1)));
    return [
      this.#cached('read', texts),
      ...[...owners].map((text) => this.#cached('handed', [text])),
    ];
  }

  #cached(kind: 'read' | 'handed', texts: readonly string[]): Mentions {
    const key = `${kind} ${texts.join()}`;
    let mentions = this.#mentions.get(key);
    if (mentions === undefined) {
      const nodes = kind === 'read' ? this.#reads : this.#handed;
      mentions = this.#findMentions(texts.flatMap((text) => nodes.get(text) ?? []));
      this.#mentions.set(key, mentions);
    }
    return mentions;
  }

  #findMentions(reads: readonly TSESTree.Node[]): Mentions {
    const { routine, entry } = this.#code;
    const places = new Set(reads);
    const tests = new Set<TSESTree.IfStatement>();
    for (const place of places) {
      for (let node = place; node.parent && node !== routine.root; node = node.parent) {
        const { parent } = node;
        if (parent.type === 'IfStatement' && parent.test === node) tests.add(parent);
        if (parent.type !== 'VariableDeclarator' || parent.init !== node) continue;
        const made = entry.gateway.file.sourceCode.getDeclaredVariables(parent);
        for (const use of made.flatMap(referencesOf)) places.add(use);
      }
    }
    return {
      places: new Positions(places),
      guards: [...tests].filter((test) => this.#mayLeave(test)),
      isTested: tests.size > 0,
    };
  }

  /** Whether a branch ends the function, the loop or the `case`, itself or by a call that throws. */
  #mayLeave(statement: TSESTree.IfStatement): boolean {
    let answer = this.#guards.get(statement);
    if (answer === undefined) {
      const leaving = (this.#leaving ??= this.#findLeaving());
      answer = [statement.consequent, statement.alternate].some(
        (branch) => branch !== null && (exits(branch) || leaving.isIn(branch)),
      );
      this.#guards.set(statement, answer);
    }
    return answer;
  }

  #findLeaving(): Positions {
    const { routine, entry } = this.#code;
    const { gateway } = entry;
    const failing = routine.calls.filter((call) => {
      const callee = ownFunction(call, gateway);
      return callee !== undefined && gateway.file.routine(callee).throws.length > 0;
    });
    return new Positions([...routine.returns, ...routine.throws, ...failing]);
  }

  /** Whether an assignment above a place gives the client the value, or something that holds it. */
  #isGiven(value: ClientValue, place: TSESTree.Node): boolean {
    this.#gifts ??= this.#code.routine.assignments.flatMap(({ left, range }) => {
      const path = this.#code.paths.text(left);
      return path === undefined ? [] : [{ path, end: range[1] }];
    });
    return this.#gifts.some(
      ({ path, end }) =>
        end <= place.range[0] && value.some((own) => `${own.join('.')}.`.startsWith(`${path}.`)),
    );
  }
}

/** What a path begins with, from nothing up to all of it: ``, `data`, `data.user`. */
function beginningsOf(path: ClientPath): readonly string[] {
  return [...path.keys(), path.length].map((length) => path.slice(0, length).join('.'));
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function referencesOf({ references }: Variable): readonly TSESTree.Node[] {
  return references.map(({ identifier }) => identifier);
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
function testsAround(place: TSESTree.Node): readonly TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (let child = place; child.parent; child = child.parent) {
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
