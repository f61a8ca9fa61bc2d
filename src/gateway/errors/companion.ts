import type { TSESTree } from '@typescript-eslint/utils';
import { implementsOf } from '../../ast/implements.ts';
import { once } from '../../ast/once.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { ClassModel } from '../class-model.ts';
import { withParts } from '../decorator.ts';
import { ContextUse } from './execution-context.ts';
import type { NestFile } from '../nest-file.ts';

export type CompanionKind = 'filter' | 'guard' | 'pipe';

/** A guard, pipe or filter that is written for websockets, which its `switchToWs()` tells. */
export interface Companion {
  readonly kind: CompanionKind;
  readonly class: ClassModel;
  readonly context: ContextUse;
}

/** The word that every file with a companion holds. */
export const COMPANION_WORD = 'switchToWs';

/** The companions of gateways that a file declares; an HTTP guard or filter is none. */
export const readCompanions = once((file: NestFile): readonly Companion[] =>
  file.sourceCode.text.includes(COMPANION_WORD)
    ? [...file.classes].flatMap((model) => {
        const kind = companionKind(model, file);
        const context = new ContextUse(model, file);
        return kind && context.callsSwitchToWs ? [{ kind, class: model, context }] : [];
      })
    : [],
);

/** What a class is to Nest: by `@Catch()`, by the interface it implements, by the guard it extends. */
function companionKind(model: ClassModel, file: NestFile): CompanionKind | undefined {
  for (const { decorators, node, methods } of model.lineage) {
    if (withParts(decorators).some(({ common }) => common === 'Catch')) return 'filter';
    const interfaces = implementsOf(node).map(({ expression }) =>
      file.bindings.nestName(expression, '@nestjs/common'),
    );
    if (
      interfaces.includes('CanActivate') ||
      (node.superClass && isAuthGuard(node.superClass, file))
    ) {
      return 'guard';
    }
    if (interfaces.includes('PipeTransform')) return 'pipe';
    // An interface is optional: Nest calls the method, whatever the class says of itself.
    const isInjectable = decorators.some(({ common }) => common === 'Injectable');
    if (isInjectable && methods.some(({ name }) => name === 'canActivate')) return 'guard';
  }
  return undefined;
}

/** `AuthGuard('jwt')` of Nest's passport package. */
function isAuthGuard(superClass: TSESTree.Node, { bindings }: NestFile): boolean {
  const value = skipWrappers(superClass);
  const callee = value.type === 'CallExpression' ? value.callee : value;
  const imported = bindings.importOf(callee);
  return imported?.name === 'AuthGuard' && imported.module === '@nestjs/passport';
}
