import type { InvalidTestCase } from '@typescript-eslint/rule-tester';

type Case = InvalidTestCase<string, unknown[]>;
type Expected = Omit<Case['errors'][number], 'line' | 'column' | 'endLine' | 'endColumn'>;

/**
 * An invalid case whose findings are marked where they stand, in their order:
 * `@WebSocketGateway(«'3001'»)`. Line and column, start and end, are asserted of each.
 */
export function marked(
  text: string,
  errors: readonly (Expected | string)[],
  more: Omit<Case, 'code' | 'errors'> = {},
): Case {
  const locations = [...text.matchAll(/«([^»]*)»/gs)].map(({ index, 1: inner = '' }) => {
    const start = position(text.slice(0, index));
    const end = position(text.slice(0, index) + inner);
    return { ...start, endLine: end.line, endColumn: end.column };
  });
  if (locations.length !== errors.length) {
    throw new Error(`${errors.length} errors are expected and ${locations.length} places marked`);
  }
  return {
    ...more,
    code: unmarked(text),
    errors: errors.map((error, index) => ({
      ...(typeof error === 'string' ? { messageId: error } : error),
      ...locations[index],
    })),
  };
}

function position(before: string): { line: number; column: number } {
  const lines = unmarked(before).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function unmarked(text: string): string {
  return text.replace(/[«»]/g, '');
}
