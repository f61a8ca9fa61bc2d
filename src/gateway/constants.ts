import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, literalString, memberName } from '../ast/names.ts';
import { once } from '../ast/once.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Variable } from '../ast/types.ts';
import type { Bindings } from './bindings.ts';

/** How many consts may stand behind one another; a cycle ends here as well. */
const DEPTH = 8;

/**
 * The expression that a value comes from: looks through casts, the consts of the file and members
 * of its object consts and enums. What cannot be resolved (imports, `let`, parameters, a const whose array or
 * object is changed later) comes back as it is written.
 */
export function resolveConstant(
  node: TSESTree.Node,
  bindings: Bindings,
  depth = DEPTH,
): TSESTree.Node {
  const written = skipWrappers(node);
  if (depth <= 0) return written;
  if (written.type === 'Identifier') {
    const variable = bindings.variable(written);
    if (variable === undefined) return written;
    const value = constantValue(variable);
    if (value === undefined) return written;
    const resolved = resolveConstant(value, bindings, depth - 1);
    return isChangeable(resolved) && isChanged(variable) ? written : resolved;
  }
  if (written.type === 'MemberExpression') {
    const name = memberName(written);
    if (name === undefined) return written;
    const object = resolveConstant(written.object, bindings, depth - 1);
    if (object.type !== 'ObjectExpression') return enumValue(object, name, bindings) ?? written;
    const option = readOption(object, name, bindings, depth - 1);
    return option.kind === 'value' ? option.value : written;
  }
  return written;
}

/** The value that an enum of the file gives to one of its members. */
function enumValue(
  object: TSESTree.Node,
  name: string,
  bindings: Bindings,
): TSESTree.Node | undefined {
  const variable = object.type === 'Identifier' ? bindings.variable(object) : undefined;
  const declaration = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  return declaration?.type === 'TSEnumDeclaration'
    ? membersOf(declaration).get(name)?.initializer
    : undefined;
}

/** The members of an enum by their names; of two with one name the first counts. */
const membersOf = once(
  ({ body }: TSESTree.TSEnumDeclaration) =>
    new Map(body.members.toReversed().map((member) => [enumKey(member.id), member])),
);

function enumKey(id: TSESTree.TSEnumMember['id']): string | undefined {
  return id.type === 'Identifier' ? id.name : literalString(id);
}

/** What an object literal says under a key. */
export type Option =
  | { readonly kind: 'absent' }
  /** A spread or a computed key may hold it. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'value';
      readonly property: TSESTree.Property;
      /** The value as it is written. */
      readonly written: TSESTree.Node;
      /** The value, resolved. */
      readonly value: TSESTree.Node;
    };

/**
 * Looks a key up in an object literal, through spreads of the file's own object consts; the last one
 * counts. A spread of anything else, or a computed key, behind it makes it unknown.
 */
export function readOption(
  object: TSESTree.ObjectExpression,
  name: string,
  bindings: Bindings,
  depth = DEPTH,
): Option {
  if (depth <= 0) return { kind: 'unknown' };
  const { stretches, answers } = contentOf(object);
  const question = `${String(depth)} ${name}`;
  let answer = answers.get(question);
  if (answer === undefined) {
    answer = readStretches(stretches, name, bindings, depth);
    answers.set(question, answer);
  }
  return answer;
}

function readStretches(
  stretches: readonly Stretch[],
  name: string,
  bindings: Bindings,
  depth: number,
): Option {
  for (const { properties, before } of stretches) {
    const property = properties.get(name);
    if (property) {
      const written = property.value;
      const value = resolveConstant(written, bindings, depth - 1);
      return { kind: 'value', property, written, value };
    }
    if (before === undefined) break;
    const spread = before && resolveConstant(before.argument, bindings, depth - 1);
    if (spread?.type !== 'ObjectExpression') return { kind: 'unknown' };
    const option = readOption(spread, name, bindings, depth - 1);
    if (option.kind !== 'absent') return option;
  }
  return { kind: 'absent' };
}

/** Properties that stand in a row and have names. */
interface Stretch {
  readonly properties: ReadonlyMap<string, TSESTree.Property>;
  /** The spread before them; null for a computed key. */
  readonly before: TSESTree.SpreadElement | null | undefined;
}

interface ObjectContent {
  /** The last first, up to a computed key. */
  readonly stretches: readonly Stretch[];
  /** What was found: objects may spread one another many times over. */
  readonly answers: Map<string, Option>;
}

const contentOf = once((object: TSESTree.ObjectExpression): ObjectContent => ({
  stretches: readContent(object),
  answers: new Map(),
}));

function readContent(object: TSESTree.ObjectExpression): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let properties = new Map<string, TSESTree.Property>();
  for (const property of object.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      stretches.push({ properties, before: property });
      properties = new Map();
      continue;
    }
    const key = keyName(property);
    if (key === undefined) return [...stretches, { properties, before: null }];
    if (!properties.has(key)) properties.set(key, property);
  }
  return [...stretches, { properties, before: undefined }];
}

/** The initialiser of a `const`, which nothing else can give a value; a type may share its name. */
function constantValue({ defs }: Variable): TSESTree.Node | undefined {
  for (const { node } of defs) {
    if (node.type !== 'VariableDeclarator' || node.parent.kind !== 'const') continue;
    return node.id.type === 'Identifier' ? (node.init ?? undefined) : undefined;
  }
  return undefined;
}

function isChangeable(node: TSESTree.Node): boolean {
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression';
}

const CHANGING = new Set(['push', 'unshift', 'splice', 'pop', 'shift', 'fill', 'set']);

/** Whether the file changes the array or object that a const holds, or something inside it. */
const isChanged = once(hasChange);

function hasChange(variable: Variable): boolean {
  return variable.references.some(({ identifier }) => {
    let place: TSESTree.Node = identifier;
    let { parent } = place;
    while (parent.type === 'MemberExpression' && parent.object === place) {
      place = parent;
      ({ parent } = place);
    }
    switch (parent.type) {
      case 'AssignmentExpression':
        return parent.left === place;
      case 'UnaryExpression':
        return parent.operator === 'delete';
      case 'CallExpression':
        return parent.callee === place
          ? place.type === 'MemberExpression' && mayChange(memberName(place))
          : parent.arguments[0] === place && isAssign(parent.callee);
      default:
        return false;
    }
  });
}

/** Whether a method changes what it is called on, or cannot be told: `list[method]()`. */
function mayChange(method: string | undefined): boolean {
  return method === undefined || CHANGING.has(method);
}

/** `Object.assign`, or that of a library. */
function isAssign(callee: TSESTree.Node): boolean {
  return callee.type === 'MemberExpression' && memberName(callee) === 'assign';
}
