import type { TSESTree } from '@typescript-eslint/utils';
import { thisProperty } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { ClassModel, Field } from '../class-model.ts';
import { withParts, type DecoratorUse } from '../decorator.ts';
import { fieldType } from '../field-type.ts';
import type { NestFile } from '../nest-file.ts';

/** What Socket.IO calls the two ends of its server: `Server` and `Namespace`, or a `Socket`. */
export type SocketType = 'server' | 'client';

const TYPES: Readonly<Record<string, SocketType>> = {
  Server: 'server',
  Namespace: 'server',
  Socket: 'client',
  RemoteSocket: 'client',
};

const DEPTH = 4;

/**
 * Whether a type is Socket.IO's, by its binding: the type itself, with type arguments or not, a
 * union or intersection with it, or an alias or interface of this file made from it.
 */
export function socketType(
  type: TSESTree.TypeNode | undefined,
  file: NestFile,
  depth = DEPTH,
): SocketType | undefined {
  if (!type || depth === 0) return undefined;
  switch (type.type) {
    case 'TSIntersectionType':
    case 'TSUnionType':
      return firstOf(type.types, (member) => socketType(member, file, depth - 1));
    case 'TSTypeReference':
      return (
        importedType(type.typeName, file) ??
        (type.typeName.type === 'Identifier'
          ? declaredType(type.typeName.name, file, depth)
          : undefined)
      );
    default:
      return undefined;
  }
}

function declaredType(name: string, file: NestFile, depth: number): SocketType | undefined {
  const declaration = file.declaration(name);
  switch (declaration?.type) {
    case 'TSTypeAliasDeclaration':
      return socketType(declaration.typeAnnotation, file, depth - 1);
    case 'TSInterfaceDeclaration':
      return firstOf(declaration.extends, ({ expression }) => importedType(expression, file));
    case 'ClassDeclaration':
      return declaration.superClass ? importedType(declaration.superClass, file) : undefined;
    default:
      return undefined;
  }
}

function importedType(name: TSESTree.Node, file: NestFile): SocketType | undefined {
  const imported = file.bindings.importOf(name);
  return imported?.module === 'socket.io' && Object.hasOwn(TYPES, imported.name)
    ? TYPES[imported.name]
    : undefined;
}

/** Whether the decorators of a property have Nest put the server of the gateway into it. */
export function holdsServer(decorators: readonly DecoratorUse[]): boolean {
  return withParts(decorators).some(({ websockets }) => websockets === 'WebSocketServer');
}

/** The property that Nest puts the server into and that begins with a value, which it replaces. */
export function serverFieldOf(value: TSESTree.Node, { fields }: ClassModel): Field | undefined {
  return fields.find(
    (field) =>
      field.value !== undefined &&
      skipWrappers(field.value) === value &&
      holdsServer(field.decorators),
  );
}

/** A field of a class, a parameter property included, as far as sockets are concerned. */
export interface SocketField {
  readonly type: SocketType;
  /** Nest puts the server of the gateway into it. */
  readonly isInjected: boolean;
}

/** What `this.name` holds, by its decorator or else by its type. */
export function socketField(
  name: string,
  model: ClassModel,
  file: NestFile,
): SocketField | undefined {
  const field = model.findField(name);
  if (field && holdsServer(field.decorators)) return { type: 'server', isInjected: true };
  const type = socketType(fieldType(model, name), file);
  return type && { type, isInjected: false };
}

const PATTERNS: ReadonlySet<string> = new Set(['ArrayPattern', 'ObjectPattern']);

/** Whether a class gives one of its fields a value, in an assignment or a pattern of one. */
export function isAssigned(name: string, model: ClassModel, file: NestFile): boolean {
  return file
    .routine(model.node)
    .assignments.some(
      ({ left }) =>
        thisProperty(left) === name ||
        (PATTERNS.has(left.type) &&
          file.routine(left).members.some((member) => thisProperty(member) === name)),
    );
}

function firstOf<T, U>(items: readonly T[], read: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = read(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
