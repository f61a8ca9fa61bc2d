/** What pieces import, written `$Name` in their text, by module. */
const MODULES = {
  '@nestjs/common': `ArgumentsHost BadRequestException CanActivate Catch Controller ExecutionContext Get
    HttpCode Injectable Logger Query Scope UnauthorizedException UseFilters UseGuards UsePipes
    ValidationPipe`,
  '@nestjs/core': 'BaseExceptionFilter NestFactory',
  '@nestjs/jwt': 'JwtService',
  '@nestjs/platform-socket.io': 'IoAdapter',
  '@nestjs/websockets': `Ack BaseWsExceptionFilter ConnectedSocket MessageBody OnGatewayConnection
    OnGatewayDisconnect OnGatewayInit SubscribeMessage WebSocketGateway WebSocketServer WsException`,
  bcrypt: 'hash hashSync',
  bcryptjs: 'compareSync',
  'class-transformer': 'Type',
  'class-validator': 'IsString ValidateNested',
  express: 'Response',
  fs: 'writeFileSync',
  'node:crypto': 'randomBytes',
  'socket.io': 'Namespace Server Socket',
  zod: 'z',
  './app.module': 'AppModule',
  './audit.decorator': 'Audited',
  './base.gateway': 'BaseGateway',
  './chat.dto': 'ChatDto',
  './chat.service': 'ChatService',
  './draft.dto': 'DraftDto',
  './redis-io.adapter': 'RedisIoAdapter',
  './ws-auth.guard': 'WsAuthGuard',
  './ws-exception.filter': 'ChatExceptionFilter',
  './ws-validation.pipe': 'WsValidationPipe',
  './zod.pipe': 'ZodValidationPipe',
};

const TYPES_ONLY = new Set(['./draft.dto']);

const MODULE_OF = new Map(
  Object.entries(MODULES).flatMap(([module, names]) =>
    names.split(/\s+/).map((name) => [name, module] as const),
  ),
);

/** `barrel`: Nest comes from a module of the project's own. */
export const IMPORT_STYLES = ['named', 'aliased', 'namespace', 'barrel'] as const;

/** A module that exports again what Nest's exports, as settings tell. */
export const BARREL = './nest';

const IN_BARREL = new Set(['@nestjs/common', '@nestjs/websockets']);
export type ImportStyle = (typeof IMPORT_STYLES)[number];

/** The text with its imports above it, and its `$Name`s as these imports call them. */
export function withImports(text: string, style: ImportStyle): string {
  const imported = new Map<string, Set<string>>();
  const body = text.replace(/\$([A-Za-z]+)/g, (_, name: string) => {
    const origin = MODULE_OF.get(name);
    if (origin === undefined) throw new Error(`No module exports $${name}.`);
    const module = style === 'barrel' && IN_BARREL.has(origin) ? BARREL : origin;
    const names = imported.get(module) ?? new Set();
    imported.set(module, names.add(name));
    return localName(name, module, style);
  });
  const lines = [...imported].map(([module, names]) => {
    const keyword = TYPES_ONLY.has(module) ? 'import type' : 'import';
    return `${keyword} ${specifiers([...names], module, style)} from '${module}';`;
  });
  return `${lines.join('\n')}\n\n${body}`;
}

function localName(name: string, module: string, style: ImportStyle): string {
  if (style === 'aliased') return alias(name);
  return style === 'namespace' ? `${namespace(module)}.${name}` : name;
}

function specifiers(names: readonly string[], module: string, style: ImportStyle): string {
  if (style === 'namespace') return `* as ${namespace(module)}`;
  const list = names.map((name) => (style === 'aliased' ? `${name} as ${alias(name)}` : name));
  return `{ ${list.join(', ')} }`;
}

function alias(name: string): string {
  return /^[a-z]/.test(name) ? `_${name}` : `My${name}`;
}

function namespace(module: string): string {
  return `${module.replaceAll(/[^a-z]+(.)/g, (_, letter: string) => letter.toUpperCase())}NS`;
}
