import type { TSESTree } from '@typescript-eslint/utils';
import type { ClassModel } from '../class-model.ts';
import { readCompanions } from './companion.ts';
import { throwsOutOfClass, throwsToNest } from './escaping-throws.ts';
import { filterCoverage } from './filter-coverage.ts';
import type { MessageHandler } from '../handler.ts';
import type { NestFile } from '../nest-file.ts';

/** A `throw` that is the answer to a client's message. */
export interface ClientFacingThrow {
  readonly statement: TSESTree.ThrowStatement;
  /** Whether it stands in a filter, behind which no other stands. */
  readonly isInFilter: boolean;
}

/**
 * The `throw`s that Nest answers with its own filter, as no other is in sight: those of handlers,
 * and of guards and pipes that are written for websockets; and those of such filters. One that can
 * tell protocols apart may throw for another one, and is left out.
 */
export function clientFacingThrows(file: NestFile): readonly ClientFacingThrow[] {
  const handlers = file.gateways.flatMap((gateway) => gateway.handlers);
  const bare = new Set(handlers.filter((handler) => filterCoverage(handler) === 'no'));
  const companions = readCompanions(file).filter(({ context }) => !context.tellsProtocols);
  const users = companions.length > 0 ? usersOfClasses(handlers) : undefined;
  const open = companions.filter(({ class: model }) => {
    const using = users?.get(model);
    return !using || using.some((handler) => bare.has(handler));
  });
  const statements = new Map<TSESTree.ThrowStatement, boolean>();
  for (const statement of [...bare].flatMap(throwsToNest)) statements.set(statement, false);
  for (const companion of open) {
    for (const statement of throwsOutOfClass(companion.class, file)) {
      statements.set(statement, companion.kind === 'filter');
    }
  }
  return [...statements].map(([statement, isInFilter]) => ({ statement, isInFilter }));
}

/** The handlers of the file that run behind each guard and pipe class of the file. */
function usersOfClasses(
  handlers: readonly MessageHandler[],
): ReadonlyMap<ClassModel, readonly MessageHandler[]> {
  const users = new Map<ClassModel, MessageHandler[]>();
  for (const handler of handlers) {
    const { gateway, method } = handler;
    const enhancers = [
      ...gateway.enhancers('guards', method),
      ...gateway.enhancers('pipes', method),
    ];
    for (const { model } of enhancers) {
      if (!model) continue;
      const using = users.get(model);
      if (using) using.push(handler);
      else users.set(model, [handler]);
    }
  }
  return users;
}
