import type { TSESTree } from '@typescript-eslint/utils';
import type { NestFile } from './nest-file.ts';

/** Where each generic type of the library keeps the type that `any` would make it one with. */
const CARRIED: Readonly<Record<string, number>> = {
  Array: 0,
  ReadonlyArray: 0,
  Promise: 0,
  Partial: 0,
  Readonly: 0,
  Required: 0,
  Record: 1,
};

/** Whether a type says nothing at all about a payload, looked up through aliases of the file. */
export function opaqueType(type: TSESTree.TypeNode, file: NestFile): 'any' | 'unknown' | undefined {
  return opaque(type, file, 4);
}

function opaque(
  type: TSESTree.TypeNode,
  file: NestFile,
  depth: number,
): 'any' | 'unknown' | undefined {
  switch (type.type) {
    case 'TSAnyKeyword':
      return 'any';
    case 'TSUnknownKeyword':
      return 'unknown';
    case 'TSArrayType':
      return ifAny(type.elementType);
    case 'TSTypeOperator':
      return type.typeAnnotation ? ifAny(type.typeAnnotation) : undefined;
    case 'TSUnionType':
      return type.types.some((member) => member.type === 'TSAnyKeyword') ? 'any' : undefined;
    case 'TSTypeReference':
      return type.typeName.type === 'Identifier' ? ofName(type.typeName) : undefined;
    default:
      return undefined;
  }

  function ifAny(inner: TSESTree.TypeNode): 'any' | undefined {
    return depth > 0 && opaque(inner, file, depth - 1) === 'any' ? 'any' : undefined;
  }

  function ofName(name: TSESTree.Identifier): 'any' | 'unknown' | undefined {
    const declaration = file.declaration(name.name);
    if (declaration?.type === 'TSTypeAliasDeclaration') {
      return depth > 0 ? opaque(declaration.typeAnnotation, file, depth - 1) : undefined;
    }
    if (file.bindings.variable(name)?.defs.length) return undefined;
    const position = Object.hasOwn(CARRIED, name.name) ? CARRIED[name.name] : undefined;
    const carried =
      position !== undefined && type.type === 'TSTypeReference'
        ? type.typeArguments?.params[position]
        : undefined;
    return carried && ifAny(carried);
  }
}
