import type { TSESTree } from '@typescript-eslint/utils';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import { elementType, isNullish } from '../../ast/type-nodes.ts';
import type { Certainty } from '../../ast/types.ts';
import { isFromPackage, type ImportedName } from '../bindings.ts';
import type { ClassModel } from '../class-model.ts';
import { hasValidators } from './dto-class.ts';
import type { NestFile } from '../nest-file.ts';
import type { Parameter } from '../parameter.ts';
import { isBinaryName, isBinaryType, opaqueType } from './payload-type.ts';
import { dropsNull, programType } from './program-type.ts';
import { isSchema } from './schema.ts';

/** What a compiler leaves of a payload's type for a pipe to see, in `design:paramtypes`. */
export type RuntimeType =
  /** A class, in this file (`model`) or another; `validates` tells whether anything in it does. */
  | {
      readonly kind: 'class';
      readonly model: ClassModel | undefined;
      readonly validates: Certainty;
    }
  /** Nothing but `Object`. `what` says what the type was. */
  | { readonly kind: 'none'; readonly what: string }
  /** A union of `type` with `null` or `undefined`, of which `strictNullChecks` leaves `Object`. */
  | { readonly kind: 'nullable'; readonly type: TSESTree.TypeNode }
  /** `Array`, whatever its elements. */
  | { readonly kind: 'array' }
  /** A class of the language: `String`, `Number`, `Date`. */
  | { readonly kind: 'builtin' }
  /** `Function` or `Object`: the name comes in by `import type`. */
  | { readonly kind: 'erased'; readonly imported: ImportedName; readonly isClass: boolean }
  /** `any` or `unknown`, in one of their forms; or no type at all. */
  | { readonly kind: 'opaque' }
  /** `Buffer`, `Uint8Array` and their kind. */
  | { readonly kind: 'binary' }
  /** An import that may be a class; a global; a type that this file does not explain. */
  | { readonly kind: 'unknown' };

/**
 * What a pipe can see of a payload, as tsc, swc and oxc emit it. It is read from the text alone;
 * where there is a TypeScript program it is asked what an imported name stands for, and whether
 * unions keep `null`.
 */
export function runtimeType({ type, isRest }: Parameter, file: NestFile): RuntimeType {
  if (!type) return OPAQUE;
  if (opaqueType(type, file)) return OPAQUE;
  if (!isRest) return read(type, file);
  const element = elementType(type);
  if (!element) return UNKNOWN;
  return opaqueType(element, file) ? OPAQUE : read(element, file);
}

const OPAQUE: RuntimeType = { kind: 'opaque' };
const UNKNOWN: RuntimeType = { kind: 'unknown' };
const BUILTIN: RuntimeType = { kind: 'builtin' };
const BINARY: RuntimeType = { kind: 'binary' };
const ARRAY: RuntimeType = { kind: 'array' };

/** Types of the library that are mapped, and so leave nothing. */
const UTILITIES = new Set(
  'Awaited Exclude Extract InstanceType NonNullable Omit Parameters Partial Pick Readonly Record Required ReturnType'.split(
    ' ',
  ),
);

/** Classes of the language, which hold no validators. */
const BUILTINS = new Set(
  'BigInt Boolean Date Error Map Number Promise RegExp Set String Symbol WeakMap WeakSet'.split(
    ' ',
  ),
);

/** Binary data beside that of `isBinaryType`. */
const BINARIES = new Set(
  'BigInt64Array BigUint64Array Blob Float16Array Float32Array Float64Array Int8Array Int16Array Int32Array Uint8ClampedArray Uint16Array Uint32Array'.split(
    ' ',
  ),
);

/** What these modules export is binary data. */
const BUFFER = ['buffer', 'node:buffer'];

const answersOf = once<TSESTree.TypeNode, Map<number, RuntimeType>>(() => new Map());

/** Each type is read once a depth: aliases may name one another many times over. */
function read(type: TSESTree.TypeNode, file: NestFile, depth = 8): RuntimeType {
  const answers = answersOf(type);
  let answer = answers.get(depth);
  if (answer === undefined) {
    answer = readType(type, file, depth);
    answers.set(depth, answer);
  }
  return answer;
}

function readType(type: TSESTree.TypeNode, file: NestFile, depth: number): RuntimeType {
  if (isBinaryType(type, file)) return BINARY;
  switch (type.type) {
    case 'TSTypeReference':
      return readReference(type.typeName, file, depth);
    case 'TSUnionType':
      return readUnion(type.types, file, depth);
    case 'TSIntersectionType':
      return readIntersection(type.types, file, depth);
    case 'TSArrayType':
      return ARRAY;
    case 'TSTupleType':
      return none('tuple');
    case 'TSTypeLiteral':
      return none('inline type');
    case 'TSObjectKeyword':
    case 'TSFunctionType':
    case 'TSImportType':
    case 'TSIndexedAccessType':
    case 'TSMappedType':
    case 'TSTypeQuery':
      return none('type');
    case 'TSTypeOperator':
      return type.operator === 'readonly' && type.typeAnnotation
        ? read(type.typeAnnotation, file, depth)
        : none('type');
    case 'TSBigIntKeyword':
    case 'TSBooleanKeyword':
    case 'TSLiteralType':
    case 'TSNumberKeyword':
    case 'TSStringKeyword':
    case 'TSTemplateLiteralType':
      return BUILTIN;
    default:
      return UNKNOWN;
  }
}

function none(what: string): RuntimeType {
  return { kind: 'none', what };
}

/** A union leaves what all its members leave, if that is the same, or else nothing. */
function readUnion(
  members: readonly TSESTree.TypeNode[],
  file: NestFile,
  depth: number,
): RuntimeType {
  const types = distinct(members, file).filter(({ type }) => type !== 'TSNeverKeyword');
  const named = types.filter((member) => !isNullish(member));
  const all = named.map((member) => ({ member, left: read(member, file, depth - 1) }));
  const [first, ...others] = all;
  if (first === undefined) return UNKNOWN;
  if (all.some(({ left }) => left.kind === 'binary')) return BINARY;
  if (others.length > 0) return areLiterals(named) ? BUILTIN : none('union');
  const { member, left } = first;
  if (named.length === types.length || dropsNull(file)) return left;
  const mayBeClass = left.kind === 'class' || left.kind === 'unknown' || left.kind === 'erased';
  return mayBeClass ? { kind: 'nullable', type: member } : left;
}

function readIntersection(
  members: readonly TSESTree.TypeNode[],
  file: NestFile,
  depth: number,
): RuntimeType {
  const types = distinct(members, file).filter(({ type }) => type !== 'TSUnknownKeyword');
  const [first, ...others] = types;
  return first && others.length === 0 ? read(first, file, depth - 1) : none('intersection');
}

/** The types that are written differently. */
function distinct(types: readonly TSESTree.TypeNode[], { sourceCode }: NestFile) {
  return [...new Map(types.map((type) => [sourceCode.getText(type), type])).values()];
}

function areLiterals(types: readonly TSESTree.TypeNode[]): boolean {
  return types.every(({ type }) => type === 'TSLiteralType' || type === 'TSTemplateLiteralType');
}

function readReference(name: TSESTree.EntityName, file: NestFile, depth: number): RuntimeType {
  const imported = file.bindings.importOf(name);
  if (imported) return readImport(imported, name, file);
  if (name.type !== 'Identifier') {
    const start = leftmost(name);
    const holder = file.bindings.importOf(start);
    if (holder) return readImport(holder, name, file);
    return isEnum(start, file) ? BUILTIN : UNKNOWN;
  }
  const declared = file.declarationsOf(name);
  return declared.length > 0
    ? readDeclarations(declared, name, file, depth)
    : readGlobal(name.name);
}

/** The name that `a.b.C` begins with. */
function leftmost(name: TSESTree.EntityName): TSESTree.EntityName {
  return name.type === 'TSQualifiedName' ? leftmost(name.left) : name;
}

function readImport(
  imported: ImportedName,
  name: TSESTree.EntityName,
  file: NestFile,
): RuntimeType {
  if (BUFFER.some((module) => isFromPackage(imported.module, module))) return BINARY;
  const known = programType(name, file);
  switch (known?.kind) {
    case 'interface':
      return none('interface');
    case 'alias':
      return isBinaryName(known.target) ? BINARY : none('type alias');
    case 'enum':
      return BUILTIN;
    default:
  }
  if (imported.typeOnly) return { kind: 'erased', imported, isClass: known !== undefined };
  return known ? { kind: 'class', model: undefined, validates: known.validates } : UNKNOWN;
}

/** A class is one under whatever else its name is declared as. */
function readDeclarations(
  nodes: readonly TSESTree.Node[],
  name: TSESTree.Identifier,
  file: NestFile,
  depth: number,
): RuntimeType {
  const model = file.classOf(name);
  if (model) return { kind: 'class', model, validates: hasValidators(model, file) };
  if (nodes.some((node) => node.type === 'VariableDeclarator' && !isPlainValue(node, file))) {
    return UNKNOWN;
  }
  for (const node of nodes) {
    switch (node.type) {
      case 'TSInterfaceDeclaration':
        return none('interface');
      case 'TSTypeAliasDeclaration':
        return readAlias(node, file, depth);
      case 'TSTypeParameter':
        return none('type parameter');
      case 'TSEnumDeclaration':
        return BUILTIN;
      default:
    }
  }
  return UNKNOWN;
}

/** An alias leaves its primitive, but never its class. */
function readAlias(
  { typeAnnotation }: TSESTree.TSTypeAliasDeclaration,
  file: NestFile,
  depth: number,
): RuntimeType {
  const target = depth > 0 ? read(typeAnnotation, file, depth - 1) : UNKNOWN;
  return target.kind === 'builtin' || target.kind === 'binary' || target.kind === 'array'
    ? target
    : none('type alias');
}

/** Whether a const holds a schema or a literal, and so no class, under the name of a type. */
function isPlainValue({ init }: TSESTree.VariableDeclarator, file: NestFile): boolean {
  const value = init && skipWrappers(init);
  return (
    value?.type === 'Literal' ||
    value?.type === 'ObjectExpression' ||
    value?.type === 'ArrayExpression' ||
    (value !== null && isSchema(value, file))
  );
}

function isEnum(name: TSESTree.EntityName, file: NestFile): boolean {
  return (
    name.type === 'Identifier' &&
    file.declarationsOf(name).some(({ type }) => type === 'TSEnumDeclaration')
  );
}

function readGlobal(name: string): RuntimeType {
  if (name === 'Array' || name === 'ReadonlyArray') return ARRAY;
  if (BUILTINS.has(name)) return BUILTIN;
  if (BINARIES.has(name)) return BINARY;
  if (name === 'Object' || name === 'Function') return none('type');
  return UTILITIES.has(name) ? none('utility type') : UNKNOWN;
}
