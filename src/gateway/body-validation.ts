import type { TSESTree } from '@typescript-eslint/utils';
import { calleeName, receiver } from '../ast/names.ts';
import { outermostWrapper } from '../ast/skip-wrappers.ts';
import type { Variable } from '../ast/types.ts';
import type { Payload } from './payload.ts';

/** `Schema.parse(payload)`, `validateOrReject(payload)`, `isJoinRoom(payload)`, `assertJoin(payload)`. */
const VALIDATES = /^(?:(?:safe)?parse(?:Async)?|validate\w*|(?:is|assert)[A-Z]\w*|asserts?)$/;

/** Calls that make an instance of a DTO from a payload, which is then validated in its stead. */
const INSTANTIATES = new Set([
  'plainToInstance',
  'plainToClass',
  'plainToClassFromExist',
  'assign',
]);

/**
 * Whether a handler checks its payload by hand: a schema's `parse`, a `validate…`, `is…` or
 * `assert…` call that receives it, `typeof` or `Array.isArray` or `instanceof` on it or on a part of
 * it, or a validated instance made from it. Truthiness alone is no check.
 */
export function isValidatedInBody(payload: Payload): boolean {
  return payload.variables.some((variable) => isChecked(variable, payload, 2));
}

function isChecked(variable: Variable, payload: Payload, depth: number): boolean {
  return variable.references.some(({ identifier }) => {
    const { parent } = identifier;
    const whole = outermostWrapper(identifier);
    const use = whole.parent;
    if (use === undefined || parent === undefined) return false;
    if (isCheck(whole, use)) return true;
    const part = partOf(whole);
    if (part?.parent && isCheck(part, part.parent)) return true;
    return (
      depth > 0 && derived(whole, use, payload).some((next) => isChecked(next, payload, depth - 1))
    );
  });
}

function isCheck(node: TSESTree.Node, use: TSESTree.Node): boolean {
  switch (use.type) {
    case 'UnaryExpression':
      return use.operator === 'typeof';
    case 'BinaryExpression':
      return use.operator === 'instanceof' && use.left === node;
    case 'CallExpression': {
      if (!use.arguments.some((argument) => argument === node)) return false;
      const object = receiver(use);
      const name = calleeName(use);
      return (
        name !== undefined &&
        VALIDATES.test(name) &&
        !(object?.type === 'Identifier' && object.name === 'JSON')
      );
    }
    default:
      return false;
  }
}

/** The longest member expression that starts at a node: `payload.room.id` of `payload`. */
function partOf(node: TSESTree.Node): TSESTree.Node | undefined {
  let part: TSESTree.Node | undefined;
  for (
    let current: TSESTree.Node = node;
    current.parent?.type === 'MemberExpression' && current.parent.object === current;
  ) {
    part = outermostWrapper(current.parent);
    current = part;
  }
  return part;
}

/** The variables that hold the payload, a part of it or an instance made from it. */
function derived(
  node: TSESTree.Node,
  use: TSESTree.Node,
  { handler }: Payload,
): readonly Variable[] {
  const { sourceCode } = handler.gateway.file;
  let value = partOf(node) ?? node;
  const made = value.parent ?? use;
  if (
    (made.type === 'CallExpression' && INSTANTIATES.has(calleeName(made) ?? '')) ||
    made.type === 'NewExpression'
  ) {
    value = outermostWrapper(made);
  }
  const declarator = value.parent;
  return declarator?.type === 'VariableDeclarator' && declarator.init === value
    ? sourceCode.getDeclaredVariables(declarator)
    : [];
}
