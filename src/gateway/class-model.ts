import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../ast/functions.ts';
import { keyName } from '../ast/names.ts';
import { skipWrappers } from '../ast/skip-wrappers.ts';
import type { ClassNode, FunctionNode } from '../ast/types.ts';
import type { DecoratorUse } from './decorator.ts';
import type { NestFile } from './nest-file.ts';

/** A method, or a property that holds a function. Overloads and abstract methods are none. */
export interface Method {
  readonly name: string;
  readonly node: TSESTree.MethodDefinition | TSESTree.PropertyDefinition;
  readonly function: FunctionNode;
  readonly isStatic: boolean;
  readonly isArrow: boolean;
  readonly decorators: readonly DecoratorUse[];
}

/** A field with its initialiser. Parameter properties of the constructor are none. */
export interface Field {
  readonly name: string;
  readonly node: TSESTree.PropertyDefinition;
  readonly value: TSESTree.Expression | undefined;
  readonly isStatic: boolean;
  readonly decorators: readonly DecoratorUse[];
}

/** A class of the file: its members, its decorators and the classes it extends. */
export class ClassModel {
  readonly node: ClassNode;
  readonly #file: NestFile;
  #decorators: readonly DecoratorUse[] | undefined;
  #members: { methods: Method[]; fields: Field[] } | undefined;
  #lineage: readonly ClassModel[] | undefined;
  #methodsByName: Map<string, Method> | undefined;
  #gettersByName: ReadonlyMap<string, TSESTree.Expression> | undefined;

  constructor(node: ClassNode, file: NestFile) {
    this.node = node;
    this.#file = file;
  }

  get name(): string | undefined {
    return this.node.id?.name;
  }

  /** Where a finding about the whole class is shown: its name, or its `class` keyword's line. */
  get head(): TSESTree.Node {
    return this.node.id ?? this.node.body;
  }

  get decorators(): readonly DecoratorUse[] {
    return (this.#decorators ??= this.#file.readDecorators(this.node.decorators));
  }

  get methods(): readonly Method[] {
    return this.#read().methods;
  }

  get fields(): readonly Field[] {
    return this.#read().fields;
  }

  get constructorFunction(): FunctionNode | undefined {
    for (const member of this.node.body.body) {
      if (
        member.type === 'MethodDefinition' &&
        member.kind === 'constructor' &&
        isFunction(member.value)
      ) {
        return member.value;
      }
    }
    return undefined;
  }

  /** The class of this file that it extends; undefined if it extends none or one not seen here. */
  get base(): ClassModel | undefined {
    const { superClass } = this.node;
    return superClass ? this.#file.classOf(superClass) : undefined;
  }

  /** The class itself, then the classes of this file that it extends, nearest first. */
  get lineage(): readonly ClassModel[] {
    if (this.#lineage === undefined) {
      const lineage = new Set<ClassModel>();
      for (let model: ClassModel | undefined = this; model; model = model.base) {
        if (lineage.has(model)) break;
        lineage.add(model);
      }
      this.#lineage = [...lineage];
    }
    return this.#lineage;
  }

  /** Whether a class that this file does not hold stands somewhere above it. */
  get hasUnseenBase(): boolean {
    return this.lineage.at(-1)?.node.superClass !== null;
  }

  /** A non-static method of the class or of a base class seen here. */
  findMethod(name: string): Method | undefined {
    if (this.#methodsByName === undefined) {
      const methods = this.lineage.flatMap((model) => model.methods);
      this.#methodsByName = new Map();
      for (const method of methods) {
        if (method.isStatic || this.#methodsByName.has(method.name)) continue;
        this.#methodsByName.set(method.name, method);
      }
    }
    return this.#methodsByName.get(name);
  }

  /** A field of the class or of a base class seen here. */
  findField(name: string): Field | undefined {
    for (const { fields } of this.lineage) {
      const field = fields.find((candidate) => candidate.name === name);
      if (field) return field;
    }
    return undefined;
  }

  /** What a getter of the class, or of a base class seen here, returns if it does nothing else. */
  findGetter(name: string): TSESTree.Expression | undefined {
    this.#gettersByName ??= new Map(
      this.lineage.toReversed().flatMap(({ node }) => node.body.body.flatMap(getterIn)),
    );
    return this.#gettersByName.get(name);
  }

  #read(): { methods: Method[]; fields: Field[] } {
    if (this.#members) return this.#members;
    const methods: Method[] = [];
    const fields: Field[] = [];
    for (const node of this.node.body.body) {
      if (node.type === 'MethodDefinition') {
        const name = keyName(node);
        if (name === undefined || node.kind !== 'method' || !isFunction(node.value)) continue;
        methods.push({
          name,
          node,
          function: node.value,
          isStatic: node.static,
          isArrow: false,
          decorators: this.#file.readDecorators(node.decorators),
        });
      } else if (node.type === 'PropertyDefinition') {
        const name = keyName(node);
        if (name === undefined) continue;
        const decorators = this.#file.readDecorators(node.decorators);
        const value = node.value && skipWrappers(node.value);
        if (value && isFunction(value)) {
          methods.push({
            name,
            node,
            function: value,
            isStatic: node.static,
            isArrow: true,
            decorators,
          });
        } else {
          fields.push({
            name,
            node,
            value: node.value ?? undefined,
            isStatic: node.static,
            decorators,
          });
        }
      }
    }
    this.#members = { methods, fields };
    return this.#members;
  }
}

function getterIn(member: TSESTree.ClassElement): [name: string, returned: TSESTree.Expression][] {
  if (member.type !== 'MethodDefinition' || member.kind !== 'get') return [];
  const name = keyName(member);
  const [statement] = member.value.body?.body ?? [];
  return name !== undefined && statement?.type === 'ReturnStatement' && statement.argument
    ? [[name, statement.argument]]
    : [];
}
