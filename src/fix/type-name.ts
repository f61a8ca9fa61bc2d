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
  for (const statement of sourceCode.ast.body) {
    if (statement.type !== 'ImportDeclaration' || statement.source.value !== module) continue;
    for (const specifier of statement.specifiers) {
      if (specifier.type !== 'ImportSpecifier') continue;
      const { imported, local } = specifier;
      if (imported.type === 'Identifier' && imported.name === name) {
        return { text: local.name, apply: () => [] };
      }
    }
  }
  return importName(module, name, sourceCode);
}
