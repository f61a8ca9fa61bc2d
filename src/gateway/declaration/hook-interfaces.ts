import type { TSESTree } from '@typescript-eslint/utils';
import { implementsOf } from '../../ast/implements.ts';
import type { Gateway } from '../gateway.ts';
import { HOOK_INTERFACES, type LifecycleHook } from '../hook.ts';
import type { NestFile } from '../nest-file.ts';
import type { Parameter } from '../parameter.ts';

/**
 * The hooks of a gateway whose interface neither it nor a base class seen here declares. Abstains
 * where another file may declare it: an unseen base class, an interface of another module.
 */
export function undeclaredHooks(gateway: Gateway): readonly LifecycleHook[] {
  const { file, hooks } = gateway;
  if (!gateway.isWhole || hooks.length === 0) return [];
  const declared = new Set<string | undefined>();
  const pending = gateway.class.lineage.flatMap(({ node }) =>
    implementsOf(node).map(({ expression }): TSESTree.Node => expression),
  );
  const seen = new Set<TSESTree.Node>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const imported = file.bindings.importOf(next);
    if (imported && file.bindings.isNest(imported)) {
      declared.add(imported.name);
      continue;
    }
    const own = imported ? undefined : ownInterface(next, file);
    if (!own) return [];
    if (seen.has(own)) continue;
    seen.add(own);
    pending.push(...own.extends.map(({ expression }) => expression));
  }
  return hooks.filter(({ name }) => !declared.has(HOOK_INTERFACES[name]));
}

/**
 * Whether a class compiles that declares the interface of its hook: a hook that Nest calls may be
 * private, or ask for more than the interface hands it.
 */
export function fitsInterface({ name, method, parameters }: LifecycleHook): boolean {
  const { accessibility } = method.node;
  if (accessibility === 'private' || accessibility === 'protected') return false;
  return name === 'handleConnection' || !parameters.slice(1).some(isRequired);
}

function isRequired({ pattern, defaultValue, isRest }: Parameter): boolean {
  const isOptional = pattern.type === 'Identifier' && pattern.optional;
  return !isOptional && !isRest && defaultValue === undefined;
}

function ownInterface(
  node: TSESTree.Node,
  file: NestFile,
): TSESTree.TSInterfaceDeclaration | undefined {
  const declaration = node.type === 'Identifier' ? file.declaration(node.name) : undefined;
  return declaration?.type === 'TSInterfaceDeclaration' ? declaration : undefined;
}
