import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassModel } from './class-model.ts';

/**
 * The declared type of a field of a class or of a base class seen here: of a property, or of a
 * parameter property of the constructor.
 */
export function fieldType(model: ClassModel, name: string): TSESTree.TypeNode | undefined {
  for (const { fields, constructorFunction } of model.lineage) {
    const field = fields.find((candidate) => candidate.name === name);
    if (field) return field.node.typeAnnotation?.typeAnnotation;
    for (const parameter of constructorFunction?.params ?? []) {
      if (parameter.type !== 'TSParameterProperty') continue;
      const { parameter: inner } = parameter;
      const target = inner.type === 'AssignmentPattern' ? inner.left : inner;
      if (target.name === name) {
        return target.typeAnnotation?.typeAnnotation;
      }
    }
  }
  return undefined;
}
