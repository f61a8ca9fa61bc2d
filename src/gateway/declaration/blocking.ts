import type { TSESTree } from '@typescript-eslint/utils';
import { isEndless } from '../../ast/endless-loop.ts';
import type { Gateway } from '../gateway.ts';
import { ownFunction } from '../connection/reach.ts';

/** Something that keeps the process from serving any other client while it runs. */
export type Blocking =
  | {
      readonly kind: 'call';
      readonly node: TSESTree.Node;
      /** The function as its module exports it. */
      readonly name: string;
      readonly module: string;
    }
  | { readonly kind: 'loop'; readonly node: TSESTree.Node };

/** The synchronous functions that take long, by the module they are imported from. */
const SYNCHRONOUS: ReadonlyMap<string, RegExp> = new Map([
  ['bcrypt', /^(?:hash|compare|genSalt)Sync$/],
  ['bcryptjs', /^(?:hash|compare|genSalt)Sync$/],
  ['child_process', /^(?:exec|execFile|spawn)Sync$/],
  ['crypto', /^(?:pbkdf2|scrypt|generateKeyPair)Sync$/],
  ['fs', /^(?:readFile|writeFile|appendFile|readdir|copyFile|rm)Sync$/],
  ['zlib', /^(?:g?unzip|gzip|(?:brotli|inflate|deflate)\w*)Sync$/],
]);

/**
 * What blocks the process in the handlers and connection hooks of a gateway, and in the methods and
 * functions of the file that they call, in the order of the source. A function counts by the module
 * it is imported from, never by its name.
 */
export function blockingCode(gateway: Gateway): readonly Blocking[] {
  const { file } = gateway;
  const isImported = [...file.bindings.modules].some((module) =>
    SYNCHRONOUS.has(withoutPrefix(module)),
  );
  const found = new Map<TSESTree.Node, Blocking>();
  for (const { method } of [...gateway.hooks, ...gateway.handlers]) {
    if (method.name === 'afterInit') continue;
    const own = file.routine(method.function);
    const called = new Set(own.calls.flatMap((call) => ownFunction(call, gateway) ?? []));
    for (const code of [method.function, ...called]) {
      const { calls, loops } = file.routine(code);
      for (const call of isImported ? calls : []) {
        const imported = file.bindings.importOf(call.callee);
        if (!imported) continue;
        const module = withoutPrefix(imported.module);
        if (!SYNCHRONOUS.get(module)?.test(imported.name)) continue;
        found.set(call, { kind: 'call', node: call.callee, name: imported.name, module });
      }
      for (const loop of loops) {
        if (!isEndless(loop, file.sourceCode.visitorKeys)) continue;
        found.set(loop, { kind: 'loop', node: loop });
      }
    }
  }
  return [...found.values()];
}

function withoutPrefix(module: string): string {
  return module.replace(/^node:/, '');
}
