import type { TSESTree } from '@typescript-eslint/utils';
import { forEachChild } from '../ast/children.ts';
import { isFromPackage } from './bindings.ts';
import type { Gateway } from './gateway.ts';
import type { Platform } from './settings.ts';

/**
 * The platform a gateway runs on: what settings say, else `ws` when a type in the class comes from
 * `ws` (a parameter, a property, a type argument), else Socket.IO, which is Nest's default.
 */
export function readPlatform({ file, class: { node } }: Gateway): Platform {
  if (file.settings.platform) return file.settings.platform;
  return importsWs(file.sourceCode.ast) && hasWsType(node) ? 'ws' : 'socket.io';

  function hasWsType(root: TSESTree.Node): boolean {
    if (root.type === 'TSTypeReference') {
      const imported = file.bindings.importOf(root.typeName);
      if (imported && isFromPackage(imported.module, 'ws')) return true;
    }
    let found = false;
    forEachChild(root, file.sourceCode.visitorKeys, (child) => {
      found ||= hasWsType(child);
    });
    return found;
  }
}

function importsWs({ body }: TSESTree.Program): boolean {
  return body.some(
    (statement) =>
      (statement.type === 'ImportDeclaration' && isFromPackage(statement.source.value, 'ws')) ||
      statement.type === 'TSImportEqualsDeclaration',
  );
}
