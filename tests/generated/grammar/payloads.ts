import { fires, firesStrictly, type FindingId } from './marks.ts';
import type { Piece } from './piece.ts';

/** The pipe before a payload: none, Nest's `ValidationPipe`, or one of the project's own. */
export type PipeKind = 'none' | 'nest' | 'own';

/** How a handler takes the message. */
export interface PayloadPiece extends Piece {
  /** Undefined where it has none. */
  readonly type?: string;
  /** What `@MessageBody()` is handed. */
  readonly pipe?: string;
  /** What stands above the gateway, with `marked` for what is said of its properties. */
  above?(marked: (text: string) => string): string;
  /** The statement that reads it; undefined where nothing does. */
  readonly read?: string;
  /** Whether something other than a pipe on class or method validates it, or need not. */
  readonly isValidated?: boolean;
  /** What is said of the type, and where: before Nest's own pipe, before any pipe, everywhere. */
  readonly finding?: FindingId;
  readonly where?: 'nest' | 'piped' | 'strict' | 'always';
  /** Whether it is said of a property of the class, and not of the type of the parameter. */
  readonly isOfProperty?: boolean;
}

const READ = 'this.chat.save(%body);';
const SCHEMA = () => 'const message# = $z.object({ text: $z.string() });';
const ANY = 'no-any-message-body';
const DTO = 'require-message-body-dto';
const PIPE = 'require-validation-pipe';

export const payloads: readonly PayloadPiece[] = [
  { name: 'a DTO', about: PIPE, type: '$ChatDto', read: READ },
  { name: 'an unread DTO', about: PIPE, type: '$ChatDto' },
  { name: 'binary data', about: PIPE, type: 'Buffer', read: READ, isValidated: true },
  ...opaque('any', 'any', 'always'),
  ...opaque('Record<string, any>', 'any', 'always'),
  ...opaque('unknown', 'unknown', 'strict'),
  ...opaque(undefined, 'untyped', 'always'),
  ...typed('{ text: string }', 'noClass', 'piped'),
  ...typed('Message#', 'noClass', 'piped', 'interface Message# {\n  text: string;\n}'),
  ...typed('string', 'builtin', 'piped'),
  ...typed('$ChatDto[]', 'array', 'piped'),
  ...typed('$ChatDto | null', 'nullable', 'piped'),
  ...typed('$DraftDto', 'erased', 'piped'),
  ...typed('Message#', 'undecorated', 'nest', 'class Message# {\n  text: string;\n}'),
  {
    name: 'a class with a nested one',
    about: DTO,
    type: 'Message#',
    above: (marked) => nesting('@$ValidateNested()', marked('answer')),
    read: READ,
    finding: `${DTO}/nested`,
    where: 'nest',
    isOfProperty: true,
  },
  {
    name: 'a class with a nested one that is validated',
    about: DTO,
    type: 'Message#',
    above: () => nesting('@$ValidateNested() @$Type(() => Answer#)', 'answer'),
    read: READ,
  },
];

function nesting(decorators: string, property: string): string {
  return [
    'class Answer# {\n  @$IsString() text: string;\n}',
    `class Message# {\n  @$IsString() text: string;\n  ${decorators} ${property}: Answer#;\n}`,
  ].join('\n\n');
}

/** A type that tells a pipe nothing: read as it is, checked in another way, and not read. */
function opaque(
  type: string | undefined,
  message: string,
  where: PayloadPiece['where'],
): PayloadPiece[] {
  const piece = { about: ANY, ...(type !== undefined && { type }) } as const;
  const name = type ?? 'no type';
  return [
    { ...piece, name, read: READ, finding: `${ANY}/${message}`, ...(where && { where }) },
    { ...piece, name: `${name}, unread` },
    {
      ...piece,
      name: `${name}, parsed`,
      above: SCHEMA,
      read: 'this.chat.save(message#.parse(%body));',
      isValidated: true,
    },
    {
      ...piece,
      name: `${name}, behind a schema`,
      above: SCHEMA,
      pipe: 'new $ZodValidationPipe(message#)',
      read: READ,
      isValidated: true,
    },
  ];
}

function typed(
  type: string,
  message: string,
  where: 'nest' | 'piped',
  above?: string,
): PayloadPiece[] {
  const piece = { about: DTO, type, ...(above !== undefined && { above: () => above }) } as const;
  return [
    { ...piece, name: `${message}: ${type}`, read: READ, finding: `${DTO}/${message}`, where },
    { ...piece, name: `${message}: ${type}, unread` },
  ];
}

/** The parameter and what stands above for it, with what is said of its type. */
export function writePayload(piece: PayloadPiece, pipe: PipeKind, isChecked: boolean) {
  const { type, isOfProperty } = piece;
  const marked = (text: string) => mark(text, piece, pipe, isChecked);
  const plain = (text: string) => text;
  const markedType = isOfProperty ? plain : marked;
  return {
    parameter: type === undefined ? marked('%body') : `%body: ${markedType(type)}`,
    above: piece.above?.(marked),
  };
}

function mark(
  text: string,
  { finding, where }: PayloadPiece,
  pipe: PipeKind,
  isChecked: boolean,
): string {
  if (finding === undefined || isChecked || (where === 'nest' && pipe === 'own')) return text;
  const isStrict = where === 'strict' || (where !== 'always' && pipe === 'none');
  return isStrict ? firesStrictly(finding, text) : fires(finding, text);
}
