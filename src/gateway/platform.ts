import type { TSESTree } from '@typescript-eslint/utils';
import { forEachChild } from '../ast/children.ts';
import { isFromPackage } from './bindings.ts';
import type { Gateway } from './gateway.ts';
import type { NestFile } from './nest-file.ts';
import type { Platform } from './settings.ts';

/**
 * The platform a gateway runs on: what settings say, else `ws` when a type in the class comes from
 * `ws` (a parameter, a property, a type argument), else Socket.IO, which is Nest's default.
 */
export function readPlatform({ file, class: { node } }: Gateway): Platform {
  if (file.settings.platform) return file.settings.platform;
  const importsWs = [...file.bindings.modules].some((module) => isFromPackage(module, 'ws'));
  return importsWs && hasWsType(node, file) ? 'ws' : 'socket.io';
}

function hasWsType(root: TSESTree.Node, { bindings, sourceCode }: NestFile): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'TSTypeReference') {
      const imported = bindings.importOf(node.typeName);
      if (imported && isFromPackage(imported.module, 'ws')) return true;
    }
    forEachChild(node, sourceCode.visitorKeys, (child) => pending.push(child));
  }
  return false;
}
