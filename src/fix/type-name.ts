import { importsOf } from '../ast/imports.ts';
import type { SourceCode } from '../ast/types.ts';
import { importName, type NeededImport } from './import-name.ts';

/**
 * Prepares the use of a name as a type and no more: an `import type` of it will do. Else see
 * `importName`.
 */
export function typeName(
  module: string,
  name: string,
  sourceCode: SourceCode,
): NeededImport | undefined {
  for (const { specifiers } of importsOf(sourceCode.ast).from(module)) {
    for (const specifier of specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue;
      const { imported, local } = specifier;
      if (imported.type === 'Identifier' && imported.name === name) {
        return { text: local.name, apply: () => [] };
      }
    }
  }
  return importName(module, name, sourceCode);
}
