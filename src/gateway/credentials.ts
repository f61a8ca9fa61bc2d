import type { TSESTree } from '@typescript-eslint/utils';
import { isWithin } from '../ast/functions.ts';
import type { ClientPath } from './client-paths.ts';
import { Flow } from './flow.ts';
import type { Gateway } from './gateway.ts';
import { ownFunction, type ClientCode } from './reach.ts';
import { jwtVerification } from './verification.ts';

const CREDENTIAL = /auth|token|jwt|bearer|ticket|session|cookie|secret|api-?key|password/i;

/**
 * Whether a path leads to what a client proves itself with: `headers.authorization`,
 * `headers.cookie`, or a value of `auth`, the query or a header that is named as such.
 */
export function isCredential(path: ClientPath): boolean {
  const [first, second, name] = path;
  if (first !== 'handshake' || second === undefined) return false;
  if (name === undefined) return second === 'auth';
  return (second === 'auth' || second === 'query' || second === 'headers') && CREDENTIAL.test(name);
}

/** What a piece of code holds of the client's credentials and has made from them. */
export class Credentials {
  readonly #code: ClientCode;
  readonly #gateway: Gateway;
  readonly #flow: Flow;

  constructor(code: ClientCode, gateway: Gateway) {
    this.#code = code;
    this.#gateway = gateway;
    const { routine } = code;
    const seeds = routine.declarators.flatMap((declarator) =>
      declarator.init && this.#isRead(declarator.init)
        ? gateway.file.sourceCode.getDeclaredVariables(declarator)
        : [],
    );
    const assigned = routine.assignments.flatMap(({ left, right }) => {
      const variable =
        left.type === 'Identifier' && this.#isRead(right)
          ? gateway.file.bindings.variable(left)
          : undefined;
      return variable ? [variable] : [];
    });
    this.#flow = new Flow(routine, [...seeds, ...assigned], gateway.file);
  }

  /** Whether an expression reads a credential, or what was made from one: a token, a payload, a user. */
  isIn(node: TSESTree.Node): boolean {
    return this.#flow.mentions(node) || this.#isRead(node);
  }

  /**
   * Whether a call checks a credential: it verifies a JSON Web Token, receives a credential or the
   * handshake, or is a method of the class that reads the handshake.
   */
  isVerifiedBy(call: TSESTree.CallExpression): boolean {
    return (
      jwtVerification(call, this.#gateway) !== undefined ||
      call.arguments.some((argument) => this.isIn(argument) || this.#isHandshake(argument)) ||
      this.#readsHandshake(call)
    );
  }

  /** Whether a credential is read somewhere in an expression, directly or by a method of the class. */
  #isRead(node: TSESTree.Node): boolean {
    const { routine, paths } = this.#code;
    return (
      routine.members.some((member) => {
        if (!isWithin(member, node)) return false;
        const path = paths.of(member);
        return path !== undefined && isCredential(path);
      }) ||
      routine.identifiers.some((identifier) => {
        if (!isWithin(identifier, node) || isProperty(identifier)) return false;
        const path = paths.of(identifier);
        return path !== undefined && isCredential(path);
      }) ||
      routine.calls.some((call) => isWithin(call, node) && this.#readsHandshake(call))
    );
  }

  #isHandshake(node: TSESTree.Node): boolean {
    return this.#code.paths.text(node) === 'handshake';
  }

  #readsHandshake(call: TSESTree.CallExpression): boolean {
    const method = ownFunction(call, this.#gateway);
    if (!method || !call.arguments.some((argument) => this.#code.client.mentions(argument))) {
      return false;
    }
    return this.#gateway.file
      .routine(method)
      .members.some(
        ({ property }) => property.type === 'Identifier' && property.name === 'handshake',
      );
  }
}

/** Whether an identifier is the `b` of `a.b`, and so no variable. */
function isProperty(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  return parent.type === 'MemberExpression' && !parent.computed && parent.property === node;
}
