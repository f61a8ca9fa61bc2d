import { fires, firesIf } from './marks.ts';
import type { Piece, Surroundings } from './piece.ts';

const CORS = 'require-gateway-cors-from-env';
const NAMESPACE = 'require-gateway-namespace';

/** The value of `cors`; undefined leaves the option out. */
interface CorsPiece extends Piece {
  readonly value: string | undefined;
  /** Whether a function of its own sees every origin. */
  readonly checksOrigin?: boolean;
}

export const cors: readonly CorsPiece[] = [
  { name: 'origins of the environment', value: "{ origin: process.env.ORIGINS?.split(',') }" },
  { name: 'no origin', value: 'false' },
  {
    name: 'a function',
    value: '{ origin: (origin, done) => done(null, true) }',
    checksOrigin: true,
  },
  { name: 'the environment or nothing', value: '{ origin: process.env.ORIGIN ?? false }' },
  { name: 'not said', value: undefined },
  { name: 'everything', value: fires(`${CORS}/notAnObject`, 'true') },
  { name: 'the environment itself', value: fires(`${CORS}/notAnObject`, 'process.env.ORIGIN') },
  { name: 'any origin', value: `{ origin: ${fires(`${CORS}/wildcard`, "'*'")} }` },
  { name: 'the origin that asks', value: `{ origin: ${fires(`${CORS}/reflected`, 'true')} }` },
  {
    name: 'any origin with credentials',
    value: `{ origin: ${fires(`${CORS}/wildcardWithCredentials`, "'*'")}, credentials: true }`,
  },
  { name: 'a list with a star', value: `{ origin: ${fires(`${CORS}/wildcardInList`, "['*']")} }` },
  {
    name: 'the environment or any',
    value: `{ origin: process.env.ORIGIN ?? ${fires(`${CORS}/wildcardFallback`, "'*'")} }`,
  },
  {
    name: 'a fixed origin',
    value: `{ origin: ${fires(`${CORS}/hardCoded`, "'https://chat.example'")} }`,
  },
  { name: 'no origin in it', value: fires(`${CORS}/noOrigin`, '{ credentials: true }') },
].map((piece) => ({ ...piece, about: CORS }));

interface NamespacePiece extends Piece {
  readonly value: string | undefined;
  readonly kind: Surroundings['namespace'];
}

export const namespaces: readonly NamespacePiece[] = [
  { about: NAMESPACE, name: 'named', kind: 'named', value: "'/chat'" },
  { about: NAMESPACE, name: 'by a pattern', kind: 'regexp', value: '/^\\/room-\\d+$/' },
  { about: NAMESPACE, name: 'not said', kind: 'none', value: undefined },
  { about: NAMESPACE, name: 'root', kind: 'none', value: "'/'" },
];

/** What stands before the options in the decorator's arguments, or in them. */
interface PortPiece extends Piece {
  readonly first: string | undefined;
  readonly option?: string;
  readonly setsApart: boolean;
}

const ARGUMENTS = 'no-invalid-gateway-arguments';

export const ports: readonly PortPiece[] = [
  { name: 'none', first: undefined, setsApart: false },
  { name: 'a number', first: '8080', setsApart: true },
  { name: 'zero', first: '0', setsApart: false },
  { name: 'the environment or zero', first: 'Number(process.env.PORT) || 0', setsApart: true },
  { name: 'a text', first: "'8080'", setsApart: true },
  {
    name: 'the environment',
    first: 'Number(process.env.PORT)',
    setsApart: true,
  },
  {
    name: 'among the options',
    first: undefined,
    option: fires(`${ARGUMENTS}/portInOptions`, 'port: 8080'),
    setsApart: false,
  },
].map((piece) => ({ ...piece, about: ARGUMENTS }));

export interface ArgumentsPlan {
  readonly cors: CorsPiece;
  readonly namespace: NamespacePiece;
  readonly port: PortPiece;
  readonly checksOrigin: boolean;
}

/** Options that are dropped because of the port count only if there are any. */
function portOf({ name, first = '' }: PortPiece, hasOptions: boolean): string {
  if (name === 'a text') {
    return fires(`${ARGUMENTS}/${hasOptions ? 'textPortWithOptions' : 'textPort'}`, first);
  }
  return firesIf(
    name === 'the environment' && hasOptions,
    `${ARGUMENTS}/envPortWithOptions`,
    first,
  );
}

/** The gateway's decorator, with a const above it where the options are hoisted. */
export function gatewayDecorator(plan: ArgumentsPlan, isHoisted: boolean) {
  const { first, option, setsApart } = plan.port;
  const { value } = plan.namespace;
  const isUnnamed = plan.namespace.kind === 'none' && !setsApart;
  const namespace = value && firesIf(isUnnamed, `${NAMESPACE}/root`, value);
  const entries = [
    ...(option === undefined ? [] : [option]),
    ...(namespace === undefined ? [] : [`namespace: ${namespace}`]),
    ...(plan.cors.value === undefined ? [] : [`cors: ${plan.cors.value}`]),
    ...(plan.checksOrigin ? ['allowRequest: (request, done) => done(null, true)'] : []),
  ];
  const object = `{ ${entries.join(', ')} }`;
  const options = isHoisted ? 'gatewayOptions' : object;
  const port = first && portOf(plan.port, entries.length > 0);
  const name = firesIf(plan.cors.value === undefined, `${CORS}/missing`, '$WebSocketGateway');
  const text = `@${name}(${port === undefined ? options : `${port}, ${options}`})`;
  return {
    above: isHoisted ? `const gatewayOptions = ${object};\n` : '',
    text: firesIf(isUnnamed && value === undefined, `${NAMESPACE}/missing`, text),
  };
}
