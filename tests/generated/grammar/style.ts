import fc from 'fast-check';

import { IMPORT_STYLES, withImports, type ImportStyle } from './names.ts';

/** How a gateway is written; none of it may change what is found in it. */
export interface Style {
  readonly imports: ImportStyle;
  readonly quote: "'" | '"';
  readonly newline: '\n' | '\r\n';
  readonly indentation: string;
  readonly client: string;
  readonly body: string;
  readonly server: string;
  readonly className: string;
  readonly exported: 'named' | 'default' | 'list' | 'none';
  readonly isHoisted: boolean;
  /** Whether the hooks are properties that hold functions. */
  readonly arrowHooks: boolean;
  readonly comments: boolean;
  readonly rotation: number;
}

/** The plainest style comes first in everything, since a failure shrinks towards it. */
export const style: fc.Arbitrary<Style> = fc.record({
  imports: fc.constantFrom(...IMPORT_STYLES),
  quote: fc.constantFrom("'", '"'),
  newline: fc.constantFrom('\n', '\r\n'),
  indentation: fc.constantFrom('  ', '    ', '\t', ''),
  client: fc.constantFrom('client', 'socket', 'conn'),
  body: fc.constantFrom('payload', 'body', 'message', 'dto'),
  server: fc.constantFrom('server', 'io', 'wss'),
  className: fc.constantFrom('ChatGateway', 'Lobby'),
  exported: fc.constantFrom('named', 'default', 'list', 'none'),
  isHoisted: fc.boolean(),
  arrowHooks: fc.boolean(),
  comments: fc.boolean(),
  rotation: fc.nat({ max: 12 }),
});

/** The text of a file, whose names stand for those of the style. */
export function styled(text: string, given: Style): string {
  const { client, body, server } = given;
  const named = text
    .replaceAll('%client', client)
    .replaceAll('%body', body)
    .replaceAll('%server', server);
  return withImports(named, given.imports)
    .replaceAll(/'([^'\n]*)'/g, `${given.quote}$1${given.quote}`)
    .replaceAll(/^(?: {2})+/gm, (spaces) => given.indentation.repeat(spaces.length / 2))
    .replaceAll('\n', given.newline);
}
