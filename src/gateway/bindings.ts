import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Scope, SourceCode, Variable } from '../ast/types.ts';

/** What a name of the file stands for, when an import brought it in. */
export interface ImportedName {
  /** The module as it is written in the import. */
  readonly module: string;
  /** The name the module exports it under; `default` for the whole module as well. */
  readonly name: string;
  /** Erased at run time: `import type`. */
  readonly typeOnly: boolean;
  readonly node: TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration;
}

/**
 * Resolves names by walking scopes upward, never by name alone, and never through
 * `variable.references`: Babel's scope analysis has none for decorators and types.
 */
export class Bindings {
  readonly #sourceCode: SourceCode;
  readonly #modules: readonly string[];
  readonly #variables = new Map<TSESTree.Node, Variable | false>();
  /** What the file imports, by the names it declares for that. */
  readonly #imports: ReadonlyMap<TSESTree.Node, ImportedName>;
  readonly #importedNames: ReadonlySet<string>;
  /** The modules that the file imports from, as they are written. */
  readonly modules: ReadonlySet<string>;

  /** @param modules - modules that re-export Nest's packages, from settings */
  constructor(sourceCode: SourceCode, modules: readonly string[]) {
    this.#sourceCode = sourceCode;
    this.#modules = modules;
    const { imports, names, modules: written } = readImports(sourceCode.ast);
    this.#imports = imports;
    this.#importedNames = names;
    this.modules = written;
  }

  /** The variable that an identifier stands for where it is written. */
  variable(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
    let variable = this.#variables.get(identifier);
    if (variable === undefined) {
      variable = this.#lookUp(identifier) ?? false;
      this.#variables.set(identifier, variable);
    }
    return variable || undefined;
  }

  /**
   * The import behind a name or a member of a namespace import: `X`, `ns.X`, in values and types.
   * Undefined for everything the file declares itself and for globals.
   */
  importOf(node: TSESTree.Node): ImportedName | undefined {
    const target = skipWrappers(node);
    if (target.type === 'Identifier') {
      if (!this.#importedNames.has(target.name)) return undefined;
      const variable = this.variable(target);
      return variable && this.#importOfVariable(variable);
    }
    const { object, name } = qualified(target);
    const module = object && this.importOf(object);
    if (!module || name === undefined) return undefined;
    return module.name === 'default' ? { ...module, name } : undefined;
  }

  /** The name under which one of Nest's packages (or a barrel from settings) exports this. */
  nestName(node: TSESTree.Node, ...packages: readonly NestPackage[]): string | undefined {
    const imported = this.importOf(node);
    return imported && this.nameIn(imported, ...packages);
  }

  /** The name of an import that comes from one of Nest's packages, or from a barrel. */
  nameIn({ module, name }: ImportedName, ...packages: readonly NestPackage[]): string | undefined {
    const isFromThere =
      this.#modules.includes(module) || packages.some((own) => isFromPackage(module, own));
    return isFromThere ? name : undefined;
  }

  /** Whether an import comes from one of Nest's packages, by any of their paths, or from a barrel. */
  isNest(imported: ImportedName): boolean {
    return imported.module.startsWith('@nestjs/') || this.#modules.includes(imported.module);
  }

  #lookUp(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | undefined {
    for (let scope = this.#scopeOf(identifier); scope; scope = scope.upper) {
      const variable = scope.set.get(identifier.name);
      if (variable !== undefined) return variable;
    }
    return undefined;
  }

  #importOfVariable(variable: Variable): ImportedName | undefined {
    // A type of the file may have the name as well.
    for (const identifier of variable.identifiers) {
      const imported = this.#imports.get(identifier);
      if (imported) return imported;
    }
    return undefined;
  }

  /** The scope that an identifier is looked up from; a decorator stands outside what it decorates. */
  #scopeOf(identifier: TSESTree.Node): Scope | null {
    const { scopeManager } = this.#sourceCode;
    let node: TSESTree.Node | undefined = identifier;
    while (node) {
      if (node.type === 'Decorator') {
        node = decorated(node).parent;
        continue;
      }
      const scope: Scope | null | undefined = WITHOUT_NAMES.has(node.type)
        ? null
        : scopeManager?.acquire(node, true);
      if (scope) return scope;
      node = node.parent;
    }
    return null;
  }
}

/** Nodes that most names stand in and that declare none: not worth asking for their scope. */
const WITHOUT_NAMES = new Set([
  'AssignmentExpression',
  'AwaitExpression',
  'CallExpression',
  'ExpressionStatement',
  'Identifier',
  'MemberExpression',
  'ObjectExpression',
  'Property',
  'ReturnStatement',
  'TemplateLiteral',
  'VariableDeclaration',
  'VariableDeclarator',
]);

export type NestPackage =
  | '@nestjs/common'
  | '@nestjs/core'
  | '@nestjs/websockets'
  | '@nestjs/jwt'
  | '@nestjs/platform-socket.io';

/** Whether a module is a package or one of the paths inside it. */
export function isFromPackage(module: string, name: string): boolean {
  return module === name || module.startsWith(`${name}/`);
}

function readImports({ body }: TSESTree.Program) {
  const imports = new Map<TSESTree.Node, ImportedName>();
  const names = new Set<string>();
  const modules = new Set<string>();
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      const module = statement.source.value;
      modules.add(module);
      for (const node of statement.specifiers) {
        const isType = node.type === 'ImportSpecifier' && node.importKind === 'type';
        const typeOnly = isType || statement.importKind === 'type';
        names.add(node.local.name);
        imports.set(node.local, { module, name: importedName(node), typeOnly, node });
      }
    } else if (
      statement.type === 'TSImportEqualsDeclaration' &&
      statement.moduleReference.type === 'TSExternalModuleReference'
    ) {
      const module = statement.moduleReference.expression.value;
      const typeOnly = statement.importKind === 'type';
      modules.add(module);
      names.add(statement.id.name);
      imports.set(statement.id, { module, name: 'default', typeOnly, node: statement });
    }
  }
  return { imports, names, modules };
}

function decorated(decorator: TSESTree.Decorator): TSESTree.Node {
  let node: TSESTree.Node = decorator.parent;
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return node;
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (current.type === 'ClassBody') break;
    node = current;
  }
  return node;
}

/** The parts of `ns.X`, in a value or a type. */
function qualified(node: TSESTree.Node): { object?: TSESTree.Node; name?: string | undefined } {
  switch (node.type) {
    case 'MemberExpression':
      return { object: node.object, name: memberName(node) };
    case 'TSQualifiedName':
      return { object: node.left, name: node.right.name };
    default:
      return {};
  }
}

function importedName(specifier: TSESTree.ImportClause): string {
  if (specifier.type !== 'ImportSpecifier') return 'default';
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : imported.value;
}
