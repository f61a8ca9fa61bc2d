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
