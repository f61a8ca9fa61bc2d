import type { TSESTree } from '@typescript-eslint/utils';
import { isNamed } from '../../ast/names.ts';
import type { NestFile } from '../nest-file.ts';

/** The generic types of the library that are one with `any` when they are filled with it. */
const CARRYING = new Set('Array Partial Promise Readonly ReadonlyArray Record Required'.split(' '));

const BINARY = new Set(['ArrayBuffer', 'Buffer', 'DataView', 'SharedArrayBuffer', 'Uint8Array']);

/** How many aliases may stand behind one another; a cycle ends here as well. */
const DEPTH = 8;

/**
 * Whether a type says nothing at all about a payload: `any`, `any[]`, `Array<any>`, `Record<K, any>`,
 * `Promise<any>`, `Partial<any>`, a union or intersection with `any`, or `unknown`, looked up through
 * the aliases of the file. An `any` deeper down says something of the payload and is none.
 */
export function opaqueType(type: TSESTree.TypeNode, file: NestFile): 'any' | 'unknown' | undefined {
  return topType(type, file) ?? (carriesAny(type, file) ? 'any' : undefined);
}

/** Whether a type is binary data, which handlers decode and pipes cannot check. */
export function isBinaryType(type: TSESTree.TypeNode, file: NestFile): boolean {
  return isBinaryName(globalName(behindAliases(type, file), file));
}

/** Whether the library gives a name to binary data. */
export function isBinaryName(name: string | undefined): boolean {
  return isNamed(name, BINARY);
}

/** The top type that a type is one with: `any` swallows a union and an intersection. */
function topType(type: TSESTree.TypeNode, file: NestFile): 'any' | 'unknown' | undefined {
  if (holdsType('TSAnyKeyword', type, MIXED, file)) return 'any';
  return holdsType('TSUnknownKeyword', type, UNION, file) ? 'unknown' : undefined;
}

const UNION: ReadonlySet<string> = new Set(['TSUnionType']);
const MIXED: ReadonlySet<string> = new Set(['TSIntersectionType', 'TSUnionType']);

/**
 * Whether a type, or a member of it at any depth, is a keyword. Each alias is looked up once: they
 * may name one another many times over, or themselves.
 */
function holdsType(
  keyword: string,
  written: TSESTree.TypeNode,
  mixtures: ReadonlySet<string>,
  file: NestFile,
): boolean {
  const seen = new Set<TSESTree.TypeNode>();
  const pending = [written];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const type = behindAliases(next, file);
    if (type.type === keyword) return true;
    if (seen.has(type)) continue;
    seen.add(type);
    if ('types' in type && mixtures.has(type.type)) {
      for (const member of type.types) pending.push(member);
    }
  }
  return false;
}

/** Whether a type is an array of `any`, or a generic type of the library that `any` fills. */
function carriesAny(written: TSESTree.TypeNode, file: NestFile): boolean {
  const type = behindAliases(written, file);
  switch (type.type) {
    case 'TSArrayType':
      return topType(type.elementType, file) === 'any';
    case 'TSTypeOperator':
      return type.typeAnnotation !== undefined && carriesAny(type.typeAnnotation, file);
    case 'TSTypeReference': {
      const name = globalName(type, file);
      if (!isNamed(name, CARRYING)) return false;
      const carried = type.typeArguments?.params[name === 'Record' ? 1 : 0];
      return carried !== undefined && topType(carried, file) === 'any';
    }
    default:
      return false;
  }
}

/** The type that an alias of the file stands for; a generic one stands for itself. */
function behindAliases(written: TSESTree.TypeNode, file: NestFile): TSESTree.TypeNode {
  let type = written;
  for (let depth = 0; depth < DEPTH; depth++) {
    const name = typeName(type);
    const alias = name && aliasOf(name, file);
    if (!alias) break;
    type = alias.typeAnnotation;
  }
  return type;
}

/** The alias behind a name. */
function aliasOf(
  name: TSESTree.Identifier,
  file: NestFile,
): TSESTree.TSTypeAliasDeclaration | undefined {
  return file.declarationsOf(name).find((node) => node.type === 'TSTypeAliasDeclaration');
}

/** The name of a type that the file neither declares nor imports, such as `Array`. */
function globalName(type: TSESTree.TypeNode, file: NestFile): string | undefined {
  const name = typeName(type);
  return name && file.declarationsOf(name).length === 0 ? name.name : undefined;
}

function typeName(type: TSESTree.TypeNode): TSESTree.Identifier | undefined {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier'
    ? type.typeName
    : undefined;
}
