import type { TSESTree } from '@typescript-eslint/utils';
import { enclosingFunction, isFunction } from '../../ast/functions.ts';
import { calleeName, literalString, thisProperty } from '../../ast/names.ts';
import { EQUALITY } from '../../ast/operators.ts';
import { contains } from '../../ast/positions.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Certainty } from '../../ast/types.ts';
import type { ClassModel, Method } from '../class-model.ts';
import type { NestFile } from '../nest-file.ts';

/** How far a test is taken apart. */
const DEPTH = 16;

/**
 * How a guard, pipe or filter reads its execution context, which is the same class for HTTP,
 * websockets, microservices and GraphQL: what it takes from it, and on which branch of `getType()`.
 */
export class ContextUse {
  readonly #model: ClassModel;
  readonly #file: NestFile;
  #called: readonly TSESTree.CallExpression[] | undefined;
  #tests: readonly TSESTree.Node[] | undefined;
  readonly #reached = new Map<Method, Certainty>();

  constructor(model: ClassModel, file: NestFile) {
    this.#model = model;
    this.#file = file;
  }

  get callsSwitchToWs(): boolean {
    return this.#calls('switchToWs').length > 0;
  }

  get switchesToHttp(): readonly TSESTree.CallExpression[] {
    return this.#calls('switchToHttp');
  }

  /** Whether it can tell, or seems to tell, which protocol a call came in by. */
  get tellsProtocols(): boolean {
    return this.#typeTests.length > 0 || this.switchesToHttp.length > 0 || this.#readsGraphql();
  }

  /**
   * Whether a node runs for a websocket message: no below `getType() === 'http'` or after
   * `if (getType() !== 'ws') return`, unknown where a test that mentions the type cannot be read. A
   * method of the class runs when its calls do; other code of it, and a method that nothing calls,
   * are unknown.
   */
  runsForWs(node: TSESTree.Node): Certainty {
    return this.#typeTests.length === 0 ? 'yes' : this.#runsForWs(node);
  }

  /** Whether the function around a node asks for the type after it, and so may still tell. */
  isTestedLater(node: TSESTree.Node): boolean {
    const around = enclosingFunction(node);
    return this.#typeTests.some(
      (test) => test.range[0] > node.range[0] && enclosingFunction(test) === around,
    );
  }

  /** Every place that reads the type: a call of `getType()`, or of an own method that does. */
  get #typeTests(): readonly TSESTree.Node[] {
    if (this.#tests === undefined) {
      const direct = this.#calls('getType');
      const askers = new Set<string | undefined>(
        this.#model.lineage
          .flatMap(({ methods }) => methods)
          .filter(
            (method) =>
              method.name !== 'catch' && direct.some((call) => contains(method.function, call)),
          )
          .map(({ name }) => name),
      );
      const indirect = this.#allCalls().filter((call) => {
        const name = thisProperty(call.callee);
        return name !== undefined && askers.has(name);
      });
      const calls = new Set([...direct, ...indirect]);
      this.#tests = [...calls, ...this.#variableReads(calls)];
    }
    return this.#tests;
  }

  /** Where the variables that hold what came of such a call are read. */
  #variableReads(calls: ReadonlySet<TSESTree.Node>): readonly TSESTree.Node[] {
    const { sourceCode } = this.#file;
    const declarators = new Set<TSESTree.VariableDeclarator>();
    const reads: TSESTree.Node[] = [];
    const pending = [...calls];
    for (let node = pending.pop(); node; node = pending.pop()) {
      const declarator = declaratorOf(node);
      if (!declarator || declarators.has(declarator)) continue;
      declarators.add(declarator);
      for (const { references } of sourceCode.getDeclaredVariables(declarator)) {
        for (const use of references) {
          if (!use.isRead()) continue;
          reads.push(use.identifier);
          pending.push(use.identifier);
        }
      }
    }
    return reads;
  }

  #runsForWs(node: TSESTree.Node): Certainty {
    let answer: Certainty = 'yes';
    let child = node;
    for (let { parent } = node; parent; { parent } = parent) {
      if (child.type === 'MethodDefinition' || child.type === 'PropertyDefinition') break;
      const here = this.#branch(parent, child);
      if (here === 'no') return 'no';
      if (here === 'unknown') answer = 'unknown';
      child = parent;
    }
    const method = this.#model.lineage
      .flatMap(({ methods }) => methods)
      .find((candidate) => candidate.node === child);
    return worst([answer, method ? this.#isReached(method) : 'unknown']);
  }

  /** Whether a method runs for a websocket message: `catch`, and what is called where it does. */
  #isReached(method: Method): Certainty {
    if (method.name === 'catch') return 'yes';
    const known = this.#reached.get(method);
    if (known !== undefined) return known;
    this.#reached.set(method, 'no'); // By itself it does not.
    const calls = this.#allCalls().filter((call) => thisProperty(call.callee) === method.name);
    const reached = best(calls.map((call) => this.#runsForWs(call)));
    this.#reached.set(method, reached);
    return reached;
  }

  /** What a parent says of the branch or the statement of it that `child` is. */
  #branch(parent: TSESTree.Node, child: TSESTree.Node): Certainty {
    switch (parent.type) {
      case 'IfStatement':
      case 'ConditionalExpression':
        if (child === parent.test) return 'yes';
        return this.#holds(parent.test, child === parent.consequent);
      case 'LogicalExpression':
        return child === parent.right && parent.operator !== '??'
          ? this.#holds(parent.left, parent.operator === '&&')
          : 'yes';
      case 'SwitchCase':
        return this.#case(parent);
      case 'BlockStatement':
        return this.#afterExits(parent.body, child);
      default:
        return 'yes';
    }
  }

  #case({ parent, test }: TSESTree.SwitchCase): Certainty {
    if (!this.#mentionsType(parent.discriminant)) return 'yes';
    if (!test) {
      const hasOwn = parent.cases.some(
        (other) => other.test && this.#protocol(other.test) === 'ws',
      );
      return hasOwn ? 'no' : 'yes';
    }
    return this.#protocol(test) === 'ws' ? 'yes' : 'no';
  }

  /** What the statements before one, those that may leave the function, say of it. */
  #afterExits(statements: readonly TSESTree.Statement[], child: TSESTree.Node): Certainty {
    let answer: Certainty = 'yes';
    for (const statement of statements) {
      if (statement === child) break;
      const here = this.#afterExit(statement);
      if (here === 'no') return 'no';
      if (here === 'unknown') answer = 'unknown';
    }
    return answer;
  }

  #afterExit(statement: TSESTree.Statement): Certainty {
    if (statement.type !== 'IfStatement') {
      const isTest =
        statement.type === 'SwitchStatement' && this.#mentionsType(statement.discriminant);
      return isTest && this.#mayExit(statement) ? 'unknown' : 'yes';
    }
    const { test, consequent, alternate } = statement;
    const left = exits(consequent);
    const right = alternate ? exits(alternate) : false;
    if (left !== right) return this.#holds(test, right);
    return !left && this.#mentionsType(test) && this.#mayExit(statement) ? 'unknown' : 'yes';
  }

  /** Whether a statement leaves the function somewhere inside. */
  #mayExit(statement: TSESTree.Statement): boolean {
    const { returns, throws } = this.#file.routine(statement);
    return returns.length + throws.length > 0;
  }

  /**
   * Whether a test comes out like this for a websocket message, or may as far as other conditions
   * in it decide. It is unknown where such a condition alone would have to decide against the type.
   */
  #holds(node: TSESTree.Node, outcome: boolean, depth = DEPTH): Certainty {
    const test = skipWrappers(node);
    if (depth === 0) return 'unknown';
    switch (test.type) {
      case 'UnaryExpression':
        return test.operator === '!'
          ? this.#holds(test.argument, !outcome, depth - 1)
          : this.#leaf(test);
      case 'LogicalExpression': {
        const { left, right, operator } = test;
        if (operator === '??' || !this.#mentionsType(test)) return this.#leaf(test);
        if (outcome !== (operator === '||')) {
          return worst([left, right].map((side) => this.#holds(side, outcome, depth - 1)));
        }
        const answers = [left, right].map((side) =>
          this.#mentionsType(side) ? this.#holds(side, outcome, depth - 1) : 'unknown',
        );
        if (answers.includes('yes')) return 'yes';
        return answers.includes('unknown') ? 'unknown' : 'no';
      }
      case 'Identifier': {
        const declared = this.#file.resolve(test);
        return declared === test ? this.#leaf(test) : this.#holds(declared, outcome, depth - 1);
      }
      case 'BinaryExpression': {
        const value = this.#compare(test);
        if (value === undefined) return this.#leaf(test);
        return value === outcome ? 'yes' : 'no';
      }
      default:
        return this.#leaf(test);
    }
  }

  /** A condition that is not taken apart: it decides nothing unless the type is a part of it. */
  #leaf(test: TSESTree.Node): Certainty {
    return this.#mentionsType(test) ? 'unknown' : 'yes';
  }

  /** `getType() === 'http'`, either way round. */
  #compare({ left, right, operator }: TSESTree.BinaryExpression): boolean | undefined {
    if (!EQUALITY.has(operator)) return undefined;
    const [type, other] = this.#isType(left) ? [left, right] : [right, left];
    const protocol = this.#isType(type) ? this.#protocol(other) : undefined;
    return protocol === undefined ? undefined : (protocol === 'ws') === operator.startsWith('=');
  }

  /** Whether an expression is the type itself: `host.getType()`, or a const that holds it. */
  #isType(node: TSESTree.Node): boolean {
    const value = this.#file.resolve(node);
    return value.type === 'CallExpression' && calleeName(value) === 'getType';
  }

  #protocol(node: TSESTree.Node): string | undefined {
    return literalString(this.#file.resolve(node));
  }

  #mentionsType(node: TSESTree.Node): boolean {
    return this.#typeTests.some((test) => contains(node, test));
  }

  #readsGraphql(): boolean {
    return this.#allCalls().some((call) => {
      const callee = skipWrappers(call.callee);
      return (
        callee.type === 'MemberExpression' &&
        this.#file.bindings.importOf(callee.object)?.name === 'GqlExecutionContext'
      );
    });
  }

  #calls(name: string): readonly TSESTree.CallExpression[] {
    return this.#allCalls().filter((call) => calleeName(call) === name);
  }

  #allCalls(): readonly TSESTree.CallExpression[] {
    return (this.#called ??= this.#model.lineage.flatMap(
      ({ node }) => this.#file.routine(node).calls,
    ));
  }
}

/** The answer of ways of which one is enough; unknown where there is none. */
function best(answers: readonly Certainty[]): Certainty {
  if (answers.includes('yes')) return 'yes';
  return answers.length > 0 && answers.every((answer) => answer === 'no') ? 'no' : 'unknown';
}

/** The answer of conditions that must all hold. */
function worst(answers: readonly Certainty[]): Certainty {
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The `const` or `let` whose initialiser holds a node. */
function declaratorOf(node: TSESTree.Node): TSESTree.VariableDeclarator | undefined {
  let { parent } = node;
  while (parent && !isFunction(parent) && parent.type !== 'BlockStatement') {
    if (parent.type === 'VariableDeclarator') return parent;
    ({ parent } = parent);
  }
  return undefined;
}

/** Whether a branch ends by leaving the function. */
function exits(statement: TSESTree.Statement): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}
