import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { Holders } from '../../ast/holders.ts';
import { calleeName, isNamed, memberName, receiver } from '../../ast/names.ts';
import { once } from '../../ast/once.ts';
import { Positions } from '../../ast/positions.ts';
import { outermostWrapper, skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Variable } from '../../ast/types.ts';
import { clientReads, wholeRead } from '../connection/client-reads.ts';
import { followed, handsClientOn, mayEnd } from '../connection/client-outcome.ts';
import { mayBeLogging } from '../logging.ts';
import type { ClientPath } from '../connection/client-paths.ts';
import type { ClientCode } from '../connection/reach.ts';
import { jwtVerification } from './verification.ts';
import { promiseCall, promiseOf } from '../connection/waits.ts';

const AUTH = 'auth(?!or(?!i[sz]))';
const CREDENTIAL = new RegExp(
  `${AUTH}|token|jwt|bearer|ticket|cookie|secret|credential|api[-_]?key|password|^sid$`,
  'i',
);
/** What verification leaves on a socket or on its request. */
const IDENTITY = new RegExp(
  `^(?:user(?:_?id)?|account|principal|session|(?:is_?)?${AUTH}\\w*)$`,
  'i',
);

/** What it leaves on a request. */
const OF_REQUEST = new Set(['account', 'session', 'user']);

/** Methods that give a credential or a user for a client, by what they are called. */
const AUTHENTICATES = new RegExp(
  `${AUTH}|verif|log[io]n|signin|token|jwt|identif|whoami|credential|user(?:from|of)`,
  'i',
);
const FETCHES = /current|fetch|find|get|load|lookup|resolve/i;

/** Whether a method is called as one that authenticates a client or fetches its user, not users. */
function authenticates(name: string): boolean {
  if (AUTHENTICATES.test(name)) return true;
  // One look for each word: an expression for both would look for the second from each first one.
  const behindUsers = name.slice(name.toLowerCase().lastIndexOf('users') + 1);
  const verb = FETCHES.exec(behindUsers);
  return verb !== null && /user/i.test(behindUsers.slice(verb.index + verb[0].length));
}

const AUTHENTICATOR = new RegExp(
  `${AUTH}|jwt|token|keycloak|passport|firebase|cognito|clerk|supabase`,
  'i',
);

/** Calls that take a credential out of something, and do not look whether it is good. */
const EXTRACTS = /^(?:parse|string|decodeuri\w*|unescape)$|token|cookie|header|jwt|bearer|extract/i;
const VERIFIES =
  /user|verif|valid|payload|decode(?!uri)|check|claims|session|auth(?:enticate|user)/i;
/** Methods that keep, pass on or take apart what they are handed. */
const HANDLES = /^(?:add|concat|delete|emit|from|get|has|includes|join|push|send|set|to)$/;

/** Names that say that a variable holds a user or what a token says. */
const USER = /user$|^(?:account|principal|identity|payload|claims|decoded)$/i;
/** Names of what is true where a client is not to be let in, or is let in as nobody. */
const AGAINST =
  /err|reason|exception|invalid|expir|revok|black|bann?|block|den(?:y|ied)|reject|forbid|fail|suspend|anonym|guest|public|exist|already|online|duplicate|limit|throttl/i;
/** Properties of a verified value that every good one has. */
const ESSENTIAL =
  /^(?:_?id|sub|uid|user(?:_?id)?|is_?valid|valid|ok|success|active|isAuth\w*|authenticated|authorized)$/i;

/**
 * Whether a path leads to what a client proves itself with: `headers.authorization`,
 * `headers.cookie`, a value of `auth` or the query that is named as such.
 */
export function isCredential(path: ClientPath): boolean {
  const [second, name] = ofRequest(path) ?? [];
  switch (second) {
    case 'auth':
      return name === undefined || CREDENTIAL.test(name) || /^session/i.test(name);
    case 'headers':
    case 'query':
    case '_query':
      return isNamed(name, CREDENTIAL);
    case 'url':
    case 'cookies':
    case 'signedCookies':
      return true;
    default:
      return false;
  }
}

/** Whether a path leads to what a verification has left: `data.user`, `user`, `request.session`. */
function isIdentity(path: ClientPath): boolean {
  const [first, second] = path;
  const request = ofRequest(path);
  if (request) return isNamed(request[0], OF_REQUEST);
  return isNamed(first === 'data' ? second : first, IDENTITY);
}

const REQUESTS = new Set(['handshake', 'request']);
/** The parts of a request that may hold a credential, and the whole of it. */
const SOURCES = new Set(['', 'auth', 'headers', 'query']);

/** The part of a path behind the handshake or the request that it began with. */
function ofRequest(path: ClientPath): ClientPath | undefined {
  const index = path.findIndex((name) => name !== 'conn' && name !== 'client');
  return isNamed(path[index], REQUESTS) ? path.slice(index + 1) : undefined;
}

/** Whether a path leads to the handshake, or to a part of it that may hold a credential. */
function isSource(path: ClientPath): boolean {
  return isNamed(ofRequest(path)?.join('.'), SOURCES);
}

/** What a piece of code holds of the client's credentials; read once. */
export const credentialsIn = once((code: ClientCode): Credentials => new Credentials(code));

/** A declaration or assignment: what it is given, and the variables that hold that. */
interface Transfer {
  readonly value: TSESTree.Node;
  readonly targets: readonly Variable[];
  /** What is taken apart into the targets is no more than an object of values. */
  readonly isTakenApart: boolean;
}

/**
 * What a piece of code holds of a client's credentials, and what it has made from them. A token is
 * what the client sent; a result is what a verification gave back, or a user that was looked up by
 * it. What is done with a result later says nothing about who the client is.
 */
export class Credentials {
  readonly #code: ClientCode;
  /** The calls that may check a credential: those of a log or of the client's own methods do not. */
  readonly #candidates: ReadonlySet<TSESTree.CallExpression>;
  readonly #jwtVerifications: ReadonlySet<TSESTree.CallExpression>;
  /** The calls that take a credential out of the client or its handshake. */
  readonly #extractions: ReadonlySet<TSESTree.CallExpression>;
  readonly #reads: Positions;
  readonly #tokens = new Set<Variable | undefined>();
  readonly #results = new Set<Variable | undefined>();
  /** Where the tokens and the results are named. */
  readonly #tokenUses = new Holders();
  readonly #resultUses = new Holders();
  /** The calls that check a credential. */
  readonly verifications: ReadonlySet<TSESTree.CallExpression>;
  readonly #verified: Positions;
  readonly #verifiedHere: Positions;

  constructor(code: ClientCode) {
    this.#code = code;
    this.#reads = new Positions(credentialReads(code));
    const { calls } = code.routine;
    const { gateway } = code.entry;
    const candidates = calls.filter((call) => !mayBeLogging(call) && !this.#isOnClient(call));
    this.#candidates = new Set(candidates);
    this.#jwtVerifications = new Set(
      candidates.filter((call) => jwtVerification(call, gateway) !== undefined),
    );
    this.#extractions = new Set(calls.filter((call) => this.#extracts(call)));
    const isConcerned =
      !this.#reads.isEmpty ||
      this.#extractions.size > 0 ||
      candidates.some((call) => this.#isVerification(call));
    if (isConcerned) {
      const transfers = transfersIn(code);
      const positions = new Positions(calls);
      // Twice, since a callback may use what is found in a call around it.
      this.#follow(transfers, positions);
      this.#follow(transfers, positions);
    }
    this.verifications = new Set(
      isConcerned ? candidates.filter((call) => this.#isVerification(call)) : [],
    );
    this.#verified = new Positions(this.verifications);
    this.#verifiedHere = new Positions(
      [...this.verifications].filter((call) => this.#isLeft(call)),
    );
  }

  /** Whether nothing here has to do with who the client is. */
  get isEmpty(): boolean {
    return this.#reads.isEmpty && this.verifications.size === 0;
  }

  /** Whether a verification stands in a node. */
  isVerifiedIn(node: TSESTree.Node): boolean {
    return this.#verified.isIn(node);
  }

  /**
   * Whether a verification stands in a node that leaves it to this code what becomes of the client:
   * one that is handed the client itself may have disconnected it.
   */
  isLeftToJudge(node: TSESTree.Node): boolean {
    return this.#verifiedHere.isIn(node);
  }

  /**
   * Whether an expression is a credential, or the result of a verification, so that a test of it
   * tells who is let in: `token`, `payload`, `user?.id`, `await this.auth.verify(token)`.
   */
  isSubject(node: TSESTree.Node): boolean {
    const value = skipWrappers(node);
    switch (value.type) {
      case 'Identifier': {
        if (AGAINST.test(value.name)) return false;
        const variable = this.#variable(value);
        return (
          this.#tokens.has(variable) || this.#results.has(variable) || this.#isReadItself(value)
        );
      }
      case 'MemberExpression':
        return this.#isReadItself(value) || this.#isSubjectMember(value);
      case 'AwaitExpression':
        return this.isSubject(value.argument);
      case 'CallExpression':
        if (isNamed(calleeName(value), AGAINST)) return false;
        return this.#isLeft(value) || this.#extractions.has(value);
      default:
        return false;
    }
  }

  /** Whether an expression is who the client is, as something before this code has found out. */
  isKnownIdentity(node: TSESTree.Node): boolean {
    const { paths, routine } = this.#code;
    const isOf = (place: TSESTree.Node) => isIdentity(paths.of(place) ?? []);
    return isOf(skipWrappers(node)) && !routine.assignments.some(({ left }) => isOf(left));
  }

  /** Whether a call is a verification whose result tells what to do. */
  #isLeft(call: TSESTree.CallExpression): boolean {
    return this.verifications.has(call) && !this.#isDelegated(call);
  }

  #isSubjectMember(member: TSESTree.MemberExpression): boolean {
    const object = skipWrappers(member.object);
    const variable = object.type === 'Identifier' ? this.#variable(object) : undefined;
    const name = memberName(member);
    return (
      (this.#results.has(variable) && isNamed(name, ESSENTIAL)) ||
      (this.#tokens.has(variable) && isNamed(name, CREDENTIAL))
    );
  }

  #isReadItself(node: TSESTree.Node): boolean {
    const path = this.#code.paths.of(node);
    if (path === undefined) return false;
    return isCredential(path) || (isIdentity(path) && !this.#isDelegatedAnywhere());
  }

  #variable(node: TSESTree.Identifier): Variable | undefined {
    return this.#code.entry.gateway.file.bindings.variable(node);
  }

  /** Whether a verification is handed the client, and so may disconnect it. */
  #isDelegated(call: TSESTree.CallExpression): boolean {
    const called = followed(this.#code).get(call);
    return called ? mayEnd(called) : handsClientOn(call, this.#code);
  }

  #isDelegatedAnywhere(): boolean {
    return [...this.verifications].some((call) => this.#isDelegated(call));
  }

  #follow(transfers: readonly Transfer[], calls: Positions<TSESTree.CallExpression>): void {
    for (const { value, targets, isTakenApart } of transfers) {
      if (targets.every((target) => this.#tokens.has(target) || this.#results.has(target)))
        continue;
      const inside = calls.in(value);
      const verifications = inside.filter((call) => this.#isVerification(call));
      if (verifications.length > 0) {
        if (!verifications.some((call) => this.#isDelegated(call))) this.#addResults(targets);
      } else if (this.#holdsToken(value) || inside.some((call) => this.#extractions.has(call))) {
        const found = isTakenApart ? targets.filter(({ name }) => CREDENTIAL.test(name)) : targets;
        for (const target of found) this.#tokens.add(target);
        for (const node of referencesTo(found)) this.#tokenUses.add(node);
      } else if (this.#resultUses.isIn(value)) {
        // A part of a result, or a user that is looked up by one.
        this.#addResults(targets.filter(({ name }) => USER.test(name) || ESSENTIAL.test(name)));
      }
    }
  }

  #addResults(variables: readonly Variable[]): void {
    for (const variable of variables) this.#results.add(variable);
    for (const node of referencesTo(variables)) this.#resultUses.add(node);
  }

  /** Whether an expression holds a credential that the client sent. */
  #holdsToken(node: TSESTree.Node): boolean {
    return this.#reads.isIn(node) || this.#tokenUses.isIn(node);
  }

  /**
   * Whether a call checks a credential: it verifies a JSON Web Token, receives a credential or the
   * handshake, is a method of the class that does, or receives the client and is called so.
   */
  #isVerification(call: TSESTree.CallExpression): boolean {
    if (!this.#candidates.has(call)) return false;
    if (this.#jwtVerifications.has(call)) return true;
    const name = calleeName(call) ?? '';
    const object = receiver(call);
    const called = followed(this.#code).get(call);
    if (called) {
      const credentials = credentialsIn(called);
      if (credentials.verifications.size > 0) return true;
      if (!credentials.isEmpty) return called.routine.awaits.length > 0 || VERIFIES.test(name);
    }
    const isAwaited = outermostWrapper(call).parent?.type === 'AwaitExpression';
    if (!isAwaited && (HANDLES.test(name) || isExtraction(name))) return false;
    if (
      call.arguments.some((argument) => !isFunction(argument) && this.#holdsCredential(argument))
    ) {
      return true;
    }
    return (
      !called &&
      handsClientOn(call, this.#code) &&
      (authenticates(name) ||
        isNamed(object && lastName(object), AUTHENTICATOR) ||
        isNamed(targetName(call), USER))
    );
  }

  #isOnClient(call: TSESTree.CallExpression): boolean {
    const object = receiver(call);
    return object !== undefined && this.#code.paths.of(object) !== undefined;
  }

  #holdsCredential(argument: TSESTree.Node): boolean {
    if (this.#holdsToken(argument)) return true;
    const path = this.#code.paths.of(argument);
    return path !== undefined && isSource(path);
  }

  /** Whether a call takes a credential out of the client or its handshake. */
  #extracts(call: TSESTree.CallExpression): boolean {
    const called = followed(this.#code).get(call);
    if (called) return !credentialsIn(called).isEmpty;
    if (!isExtraction(calleeName(call))) return false;
    const { paths } = this.#code;
    return call.arguments.some((argument) => {
      const path = paths.of(argument);
      return path !== undefined && (path.length === 0 || isSource(path));
    });
  }
}

function isExtraction(name: string | undefined): boolean {
  return isNamed(name, EXTRACTS) && !isNamed(name, VERIFIES);
}

/** The places at which a piece of code reads a credential from the client. */
function credentialReads(code: ClientCode): readonly TSESTree.Node[] {
  return clientReads(code)
    .map(wholeRead)
    .filter((read) => {
      const path = code.paths.of(read);
      return path !== undefined && isCredential(path);
    });
}

function referencesTo(variables: Iterable<Variable>): readonly TSESTree.Node[] {
  return [...variables].flatMap(({ references }) => references.map(({ identifier }) => identifier));
}

function transfersIn({ routine, entry }: ClientCode): readonly Transfer[] {
  const { file } = entry.gateway;
  const transfers: Transfer[] = [];
  for (const declarator of routine.declarators) {
    if (!declarator.init) continue;
    const targets = file.sourceCode.getDeclaredVariables(declarator);
    const isTakenApart = declarator.id.type === 'ObjectPattern';
    transfers.push({ value: skipWrappers(declarator.init), targets, isTakenApart });
  }
  for (const { left, right } of routine.assignments) {
    const variable = left.type === 'Identifier' ? file.bindings.variable(left) : undefined;
    if (!variable) continue;
    transfers.push({ value: skipWrappers(right), targets: [variable], isTakenApart: false });
  }
  for (const node of routine.functions) {
    const call = promiseCall(node);
    const [first] = node.params;
    if (!call || !first || calleeName(call) !== 'then') continue;
    const targets = file.variablesOf(node, first);
    transfers.push({ value: promiseOf(call), targets, isTakenApart: false });
  }
  return transfers.sort((a, b) => a.value.range[0] - b.value.range[0]);
}

/** The variable or property that the value of a call is given to, awaited or not. */
function targetName(call: TSESTree.CallExpression): string | undefined {
  let node = outermostWrapper(call);
  if (node.parent?.type === 'AwaitExpression') node = outermostWrapper(node.parent);
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator') {
    return parent.id.type === 'Identifier' ? parent.id.name : undefined;
  }
  return parent?.type === 'AssignmentExpression' ? lastName(skipWrappers(parent.left)) : undefined;
}

function lastName(node: TSESTree.Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? memberName(node) : undefined;
}

const NAMED_FOR_AUTHENTICATION =
  /verif|authenticate|authoriz|ensureAuth|assertAuth|requireUser|checkAuth|validate(?:Token|User|Client|Connection)|canActivate/i;

/** Whether a call of the class's own method, not followed any further, is there to authenticate. */
export function isNamedForAuthentication(call: TSESTree.CallExpression): boolean {
  return isNamed(calleeName(call), NAMED_FOR_AUTHENTICATION);
}
