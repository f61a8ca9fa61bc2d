import type { TSESTree } from '@typescript-eslint/utils';
import { Positions } from '../ast/positions.ts';
import { RoutineIndex, type Routine } from '../ast/routine.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import { typeParameter } from '../ast/type-nodes.ts';
import type { FunctionNode, SourceCode, Variable } from '../ast/types.ts';
import { Bindings } from './bindings.ts';
import { ClassModel } from './class-model.ts';
import { readOption, resolveConstant, type Option } from './constants.ts';
import { DecoratorReader, type DecoratorUse } from './decorator.ts';
import type { Gateway } from './gateway.ts';
import { readGateways } from './read-gateways.ts';
import type { Settings } from './settings.ts';

/**
 * What the plugin knows of a file. It is built lazily, once, and shared by every rule; it is keyed
 * by the file's AST, since Oxlint hands out one `sourceCode` object for all files.
 */
export class NestFile {
  static readonly #files = new WeakMap<TSESTree.Program, NestFile>();

  readonly sourceCode: SourceCode;
  readonly settings: Settings;
  readonly bindings: Bindings;
  readonly #decorators: DecoratorReader;
  readonly #parameterNames = new Map<FunctionNode, ParameterNames>();
  #index: RoutineIndex | undefined;
  #classes: ReadonlyMap<TSESTree.Node, ClassModel> | undefined;
  #gateways: readonly Gateway[] | undefined;
  #declarations: Declarations | undefined;

  private constructor(sourceCode: SourceCode, settings: Settings) {
    this.sourceCode = sourceCode;
    this.settings = settings;
    this.bindings = new Bindings(sourceCode, settings.modules);
    this.#decorators = new DecoratorReader(this);
  }

  static of(sourceCode: SourceCode, settings: Settings): NestFile {
    let file = this.#files.get(sourceCode.ast);
    if (file === undefined) {
      file = new NestFile(sourceCode, settings);
      this.#files.set(sourceCode.ast, file);
    }
    return file;
  }

  /** Every gateway of the file, in the order of the source. */
  get gateways(): readonly Gateway[] {
    return (this.#gateways ??= readGateways(this));
  }

  /** Every class of the file, wherever it is declared, in the order of the source. */
  get classes(): Iterable<ClassModel> {
    return this.#classMap().values();
  }

  /** The class of this file that an expression names. */
  classOf(expression: TSESTree.Node): ClassModel | undefined {
    const target = skipWrappers(expression);
    if (target.type !== 'Identifier') return undefined;
    for (const { node } of this.bindings.variable(target)?.defs ?? []) {
      const declared = node.type === 'VariableDeclarator' ? node.init : node;
      const model = declared && this.#classMap().get(declared);
      if (model) return model;
    }
    return undefined;
  }

  /** The class, interface, alias or enum that the file declares at its top level under a name. */
  declaration(name: string): TSESTree.Node | undefined {
    return this.#declared(name).at(-1);
  }

  /** What the file declares under a name; a parser may keep no types in its scopes. */
  declarationsOf(name: TSESTree.Identifier): readonly TSESTree.Node[] {
    const nodes = this.bindings.variable(name)?.defs.map(({ node }) => node) ?? [];
    if (nodes.length > 0) return nodes;
    const parameter = typeParameter(name);
    return parameter ? [parameter] : this.#declared(name.name);
  }

  readDecorators(nodes: readonly TSESTree.Decorator[] | null | undefined): readonly DecoratorUse[] {
    return nodes ? nodes.map((node) => this.#decorators.read(node)) : [];
  }

  /** What the code below a node does. The file is walked at most once. */
  routine(node: TSESTree.Node): Routine {
    this.#index ??= new RoutineIndex(this.sourceCode.ast, this.sourceCode.visitorKeys);
    return this.#index.below(node);
  }

  /** The variables that a parameter or pattern of a function declares. */
  variablesOf(node: FunctionNode, pattern: TSESTree.Node): readonly Variable[] {
    let names = this.#parameterNames.get(node);
    if (names === undefined) {
      const variables = new Map<TSESTree.Node, Variable>();
      for (const variable of this.sourceCode.getDeclaredVariables(node)) {
        for (const name of variable.identifiers) variables.set(name, variable);
      }
      names = { variables, positions: new Positions(variables.keys()) };
      this.#parameterNames.set(node, names);
    }
    const { variables, positions } = names;
    const declared = positions.in(pattern).map((name) => variables.get(name));
    return [...new Set(declared.filter((variable) => variable !== undefined))];
  }

  /** The expression a value comes from; see `resolveConstant`. */
  resolve(node: TSESTree.Node): TSESTree.Node {
    return resolveConstant(node, this.bindings);
  }

  /** What an object literal says under a key. */
  option(object: TSESTree.ObjectExpression, name: string): Option {
    return readOption(object, name, this.bindings);
  }

  #declared(name: string): readonly TSESTree.Node[] {
    this.#declarations ??= readDeclarations(this.sourceCode.ast);
    return this.#declarations.get(name) ?? [];
  }

  #classMap(): ReadonlyMap<TSESTree.Node, ClassModel> {
    if (this.#classes === undefined) {
      const classes = new Map<TSESTree.Node, ClassModel>();
      // Each class has a scope of its own, so the scopes are a ready list of them.
      this.sourceCode.scopeManager?.scopes.forEach(({ block }) => {
        if (block.type === 'ClassDeclaration' || block.type === 'ClassExpression') {
          classes.set(block, new ClassModel(block, this));
        }
      });
      this.#classes = classes;
    }
    return this.#classes;
  }
}

/** What a function declares, by the names that stand in its parameters. */
interface ParameterNames {
  readonly variables: ReadonlyMap<TSESTree.Node, Variable>;
  readonly positions: Positions;
}

/** The declarations of a file's top level, by their names. */
type Declarations = ReadonlyMap<string, readonly TSESTree.Node[]>;

function readDeclarations(program: TSESTree.Program): Declarations {
  const declarations = new Map<string, TSESTree.Node[]>();
  for (const statement of program.body) {
    const declaration =
      statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
        ? statement.declaration
        : statement;
    switch (declaration?.type) {
      case 'ClassDeclaration':
      case 'TSEnumDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        if (declaration.id) {
          const { name } = declaration.id;
          const group = declarations.get(name);
          if (group) group.push(declaration);
          else declarations.set(name, [declaration]);
        }
        break;
      default:
    }
  }
  return declarations;
}
