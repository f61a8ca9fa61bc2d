import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/functions.ts';
import { calleeName, memberName, memberRoot, receiver } from '../../ast/names.ts';
import { outermostWrapper } from '../../ast/skip-wrappers.ts';
import type { FunctionNode, Variable } from '../../ast/types.ts';
import type { NestFile } from '../nest-file.ts';

/** A `NestFactory.create()` whose application the same file lets listen. */
export interface Bootstrap {
  readonly create: TSESTree.CallExpression;
}

/** What the file does with an application. */
interface Uses {
  listens: boolean;
  /** Goes to code that this file does not show, which may give it an adapter. */
  escapes: boolean;
}

/**
 * The bootstraps of a file after which the application still has the adapter that Nest gives it:
 * nothing calls `useWebSocketAdapter`, and the application goes to nothing that is not seen here.
 * What comes from `@nestjs/*` (`SwaggerModule`, `IoAdapter`) is known to install none.
 */
export function bootstrapsWithoutAdapter(file: NestFile): readonly Bootstrap[] {
  const { calls, members } = file.routine(file.sourceCode.ast);
  if (members.some((member) => memberName(member) === 'useWebSocketAdapter')) return [];
  return calls
    .filter((call) => isCreate(call, file))
    .filter((call) => {
      const uses = usesOf(call, file);
      return uses.listens && !uses.escapes;
    })
    .map((create) => ({ create }));
}

function isCreate(call: TSESTree.CallExpression, { bindings }: NestFile): boolean {
  const object = receiver(call);
  return (
    calleeName(call) === 'create' &&
    object !== undefined &&
    bindings.nestName(object, '@nestjs/core') === 'NestFactory'
  );
}

function usesOf(create: TSESTree.CallExpression, file: NestFile): Uses {
  const uses: Uses = { listens: false, escapes: false };
  const seen = new Set<Variable>();
  follow(outermostWrapper(create));
  return uses;

  /** Where an expression that is the application, or a promise of it, goes. */
  function follow(node: TSESTree.Node): void {
    const { parent } = node;
    switch (parent?.type) {
      case 'AwaitExpression':
        follow(outermostWrapper(parent));
        break;
      case 'VariableDeclarator':
        hold(parent.id);
        uses.escapes ||= parent.parent.parent.type === 'ExportNamedDeclaration';
        break;
      case 'AssignmentExpression':
        hold(parent.left);
        break;
      case 'MemberExpression':
        use(parent);
        break;
      case 'CallExpression':
      case 'NewExpression':
        hand(parent, node);
        break;
      case 'ExpressionStatement':
      case 'IfStatement':
      case 'TSTypeQuery':
      case 'UnaryExpression':
        break;
      default:
        uses.escapes = true;
    }
  }

  function hold(pattern: TSESTree.Node | undefined): void {
    const variable = pattern?.type === 'Identifier' ? file.bindings.variable(pattern) : undefined;
    if (!variable) {
      uses.escapes = true;
    } else if (!seen.has(variable)) {
      seen.add(variable);
      for (const { identifier } of variable.references) follow(outermostWrapper(identifier));
    }
  }

  /** `app.listen()`, `NestFactory.create(…).then((app) => …)`. */
  function use(member: TSESTree.MemberExpression): void {
    const name = memberName(member);
    const callee = outermostWrapper(member);
    const { parent } = callee;
    const call = parent?.type === 'CallExpression' && parent.callee === callee ? parent : undefined;
    if (name === undefined) uses.escapes = true;
    if (name === 'listen' && call) uses.listens = true;
    if (name === 'then' && call) receive(call.arguments[0], 0);
  }

  function hand(call: TSESTree.CallExpression | TSESTree.NewExpression, node: TSESTree.Node): void {
    const imported = file.bindings.importOf(memberRoot(call.callee));
    if (imported && file.bindings.isNest(imported)) return;
    const position = call.arguments.findIndex((argument) => argument === node);
    receive(call.callee, position);
  }

  /** A function of this file that is called with the application. */
  function receive(callee: TSESTree.Node | undefined, position: number): void {
    const target = callee && functionOf(callee, file);
    hold(target?.params[position]);
  }
}

function functionOf(node: TSESTree.Node, file: NestFile): FunctionNode | undefined {
  const target = file.resolve(node);
  if (isFunction(target)) return target;
  if (target.type !== 'Identifier') return undefined;
  const definition = file.bindings.variable(target)?.defs[0]?.node;
  return definition && isFunction(definition) ? definition : undefined;
}
