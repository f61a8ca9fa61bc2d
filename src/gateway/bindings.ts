import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../ast/functions.ts';
import { memberName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { Scope, SourceCode, Variable } from '../ast/types.ts';

/** What a name of the file stands for, when an import brought it in. */
export interface ImportedName {
  /** The module as it is written in the import. */
  readonly module: string;
  /** The name the module exports it under, `default`, or `*` for the whole module. */
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
  readonly #imports = new Map<Variable, ImportedName | undefined>();
  readonly #variables = new WeakMap<TSESTree.Node, Variable | false>();
  readonly #importedNames: ReadonlySet<string>;
  /** The modules that the file imports from, as they are written. */
  readonly modules: ReadonlySet<string>;

  /** @param modules - modules that re-export Nest's packages, from settings */
  constructor(sourceCode: SourceCode, modules: readonly string[]) {
    this.#sourceCode = sourceCode;
    this.#modules = modules;
    const { names, modules: written } = readImports(sourceCode.ast);
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
    const object = qualifier(target);
    const module = object && this.importOf(object);
    if (!module) return undefined;
    const name = qualifiedName(target);
    if (name === undefined) return undefined;
    return module.name === '*' || module.name === 'default' ? { ...module, name } : undefined;
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
    if (!this.#imports.has(variable)) this.#imports.set(variable, readImport(variable));
    return this.#imports.get(variable);
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
  const names = new Set<string>();
  const modules = new Set<string>();
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration') {
      for (const { local } of statement.specifiers) names.add(local.name);
      modules.add(statement.source.value);
    } else if (statement.type === 'TSImportEqualsDeclaration') {
      names.add(statement.id.name);
      const { moduleReference: reference } = statement;
      if (reference.type === 'TSExternalModuleReference') modules.add(reference.expression.value);
    }
  }
  return { names, modules };
}

function decorated(decorator: TSESTree.Decorator): TSESTree.Node {
  let node: TSESTree.Node = decorator.parent;
  if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') return node;
  for (let current: TSESTree.Node | undefined = node; current; current = current.parent) {
    if (current.type === 'ClassBody') break;
    node = current;
    if (isFunction(current)) break;
  }
  return node;
}

function qualifier(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === 'MemberExpression') return node.object;
  return node.type === 'TSQualifiedName' ? node.left : undefined;
}

function qualifiedName(node: TSESTree.Node): string | undefined {
  if (node.type === 'MemberExpression') return memberName(node);
  return node.type === 'TSQualifiedName' ? node.right.name : undefined;
}

function readImport(variable: Variable): ImportedName | undefined {
  for (const definition of variable.defs) {
    const { node } = definition;
    switch (node.type) {
      case 'ImportSpecifier':
      case 'ImportDefaultSpecifier':
      case 'ImportNamespaceSpecifier': {
        const declaration = node.parent;
        if (declaration.type !== 'ImportDeclaration') return undefined;
        return {
          module: declaration.source.value,
          name: importedName(node),
          typeOnly:
            declaration.importKind === 'type' ||
            (node.type === 'ImportSpecifier' && node.importKind === 'type'),
          node,
        };
      }
      case 'TSImportEqualsDeclaration': {
        const reference = node.moduleReference;
        if (reference.type !== 'TSExternalModuleReference') return undefined;
        return {
          module: reference.expression.value,
          name: '*',
          typeOnly: node.importKind === 'type',
          node,
        };
      }
      default:
    }
  }
  return undefined;
}

function importedName(specifier: TSESTree.ImportClause): string {
  switch (specifier.type) {
    case 'ImportNamespaceSpecifier':
      return '*';
    case 'ImportDefaultSpecifier':
      return 'default';
    default:
      return specifier.imported.type === 'Identifier'
        ? specifier.imported.name
        : specifier.imported.value;
  }
}
