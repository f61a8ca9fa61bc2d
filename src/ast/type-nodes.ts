import type { TSESTree } from '@typescript-eslint/utils';

/** The type of the elements of `T[]`, `readonly T[]`, `Array<T>` and `ReadonlyArray<T>`. */
export function elementType(type: TSESTree.TypeNode): TSESTree.TypeNode | undefined {
  if (type.type === 'TSArrayType') return type.elementType;
  if (type.type === 'TSTypeOperator')
    return type.typeAnnotation && elementType(type.typeAnnotation);
  const isArray =
    type.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    /^(?:Readonly)?Array$/.test(type.typeName.name);
  return isArray ? type.typeArguments?.params[0] : undefined;
}

/** The type parameter of a class, function or type around a name that the name stands for. */
export function typeParameter(name: TSESTree.Identifier): TSESTree.TSTypeParameter | undefined {
  for (let node: TSESTree.Node = name; node.parent; node = node.parent) {
    const declared = 'typeParameters' in node ? node.typeParameters : undefined;
    if (!isDeclaration(declared)) continue;
    const found = declared.params.find((parameter) => parameter.name.name === name.name);
    if (found) return found;
  }
  return undefined;
}

/** Older parsers give what they call type parameters to type references and calls as well. */
function isDeclaration(
  node: TSESTree.Node | undefined,
): node is TSESTree.TSTypeParameterDeclaration {
  return node?.type === 'TSTypeParameterDeclaration';
}

/** Whether a type is `null` or `undefined`. */
export function isNullish({ type }: TSESTree.TypeNode): boolean {
  return type === 'TSNullKeyword' || type === 'TSUndefinedKeyword';
}

/** The one member of a union that is neither `null` nor `undefined`; any other type itself. */
export function withoutNull(type: TSESTree.TypeNode): TSESTree.TypeNode | undefined {
  if (type.type !== 'TSUnionType') return type;
  const [member, ...others] = type.types.filter((one) => !isNullish(one));
  return others.length === 0 ? member : undefined;
}
