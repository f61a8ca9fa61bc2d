// @ts-check
/** Nest files made from a seed: gateways as projects write them, and the files around them. */

/**
 * Numbers between 0 and 1, the same for the same seed (mulberry32).
 * @param {number} seed
 */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @typedef {() => number} Random */
/** @typedef {{ name: string, code: string }} File */

/**
 * A folder of gateways and other Nest files.
 * @param {number} gateways
 * @param {number} others
 * @param {number} seed
 * @returns {File[]}
 */
export function corpus(gateways, others, seed = 42) {
  const next = random(seed);
  return [
    ...Array.from({ length: gateways }, (_, index) => ({
      name: `gateways/chat-${index}.gateway.ts`,
      code: gateway(next, `Chat${index}`, 6),
    })),
    ...Array.from({ length: others }, (_, index) => ({
      name: `users/users-${index}.${index % 3 ? 'service' : 'controller'}.ts`,
      code: index % 3 ? service(next, `Users${index}`) : controller(next, `Users${index}`),
    })),
  ];
}

/**
 * Files of a project that import nothing of Nest.
 * @param {number} count
 * @returns {File[]}
 */
export function plainFiles(count, seed = 42) {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) => ({
    name: `text/text-${index}.ts`,
    code: utility(next, `Text${index}`),
  }));
}

/**
 * One gateway class of about so many lines.
 * @param {number} lines
 * @returns {File}
 */
export function giant(lines) {
  const next = random(7);
  return {
    name: 'gateways/giant.gateway.ts',
    code: gateway(next, 'Giant', Math.max(1, Math.round((lines - 56) / 13))),
  };
}

/**
 * @param {Random} next
 * @param {string} name
 * @param {number} handlers
 */
export function gateway(next, name, handlers) {
  const isGuarded = next() < 0.3;
  const isPiped = next() < 0.4;
  const hasState = next() < 0.3;
  const cors = pick(next, [
    '',
    `cors: { origin: '*' }, `,
    `cors: { origin: process.env.CORS_ORIGIN?.split(',') }, `,
  ]);
  return `import { Logger, UseGuards, UsePipes, ValidationPipe } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import {
  ConnectedSocket,
  MessageBody,
  OnGatewayConnection,
  OnGatewayDisconnect,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  WsException,
} from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';

import { ${name}Service } from './${name}.service';
import { MessageDto } from './message.dto';
import { WsAuthGuard } from './ws-auth.guard';

${isGuarded ? '@UseGuards(WsAuthGuard)\n' : ''}${isPiped ? '@UsePipes(new ValidationPipe({ whitelist: true }))\n' : ''}@WebSocketGateway({ ${cors}namespace: '${name}' })
export class ${name}Gateway implements OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer()
  server: Server;

  private readonly logger = new Logger(${name}Gateway.name);
${hasState ? '  private readonly clients = new Map<string, Socket>();\n' : ''}
  constructor(
    private readonly jwt: JwtService,
    private readonly service: ${name}Service,
  ) {}

  async handleConnection(client: Socket) {
    const token = client.handshake.auth?.token ?? client.handshake.headers.authorization?.split(' ')[1];
    if (!token) {
      client.emit('exception', { status: 'error', message: 'no token' });
      client.disconnect();
      return;
    }
    try {
      client.data.user = await this.jwt.verifyAsync(token);
      ${hasState ? 'this.clients.set(client.id, client);' : 'await client.join(`user:${client.data.user.id}`);'}
    } catch (error) {
      this.logger.warn(\`\${client.id} has a bad token: \${error}\`);
      client.disconnect();
    }
  }

  handleDisconnect(client: Socket) {
    ${hasState ? 'this.clients.delete(client.id);' : 'this.logger.log(`${client.id} is gone`);'}
  }
${Array.from({ length: handlers }, (_, index) => handler(next, index)).join('')}}
`;
}

/**
 * @param {Random} next
 * @param {number} index
 */
function handler(next, index) {
  const type = pick(next, ['MessageDto', 'MessageDto', '{ roomId: string; text: string }', 'any']);
  const target = pick(next, ['this.server.to(`room:${payload.roomId}`)', 'client', 'this.server']);
  return `
  @SubscribeMessage('event-${index}')
  async onEvent${index}(@ConnectedSocket() client: Socket, @MessageBody() payload: ${type}) {
    const user = client.data.user;
    const room = await this.service.findRoom(payload.roomId);
    if (!room || !room.members.some((member) => member.id === user.id)) {
      throw new WsException(\`no room \${payload.roomId}\`);
    }
    const message = { id: ${index}, text: payload.text.trim(), from: user.id, at: Date.now() };
    await this.service.save(room.id, message);
    ${target}.emit('event-${index}', { ...message, members: room.members.length });
    return { saved: message.id, room: room.id };
  }
`;
}

/**
 * @param {Random} next
 * @param {string} name
 */
function service(next, name) {
  return `import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';

import { ${name} } from './${name}.entity';

@Injectable()
export class ${name}Service {
  constructor(@InjectRepository(${name}) private readonly repository: Repository<${name}>) {}
${Array.from(
  { length: 3 + Math.floor(next() * 3) },
  (_, index) => `
  async find${index}(id: string, options: { page: number; size: number } = { page: 1, size: 20 }) {
    const found = await this.repository.findOne({ where: { id, kind: ${index} } });
    if (!found) throw new NotFoundException(\`no \${id}\`);
    const skip = (options.page - 1) * options.size;
    const items = found.items.slice(skip, skip + options.size).map((item) => ({ ...item, id }));
    return { items, total: found.items.length };
  }
`,
).join('')}}
`;
}

/**
 * @param {Random} next
 * @param {string} name
 */
function controller(next, name) {
  return `import { Body, Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';

import { AuthGuard } from '../auth/auth.guard';
import { Create${name}Dto } from './create-${name}.dto';
import { ${name}Service } from './${name}.service';

@Controller('${name}')
@UseGuards(AuthGuard)
export class ${name}Controller {
  constructor(private readonly service: ${name}Service) {}
${Array.from(
  { length: 2 + Math.floor(next() * 3) },
  (_, index) => `
  @Get('${index}/:id')
  find${index}(@Param('id') id: string, @Query('page') page = 1, @Query('size') size = 20) {
    return this.service.find${index}(id, { page: Number(page), size: Number(size) });
  }

  @Post('${index}')
  create${index}(@Body() body: Create${name}Dto) {
    return this.service.create(body);
  }
`,
).join('')}}
`;
}

/**
 * @param {Random} next
 * @param {string} name
 */
function utility(next, name) {
  return `import { createHash } from 'node:crypto';

export interface ${name} {
  readonly id: string;
  readonly words: readonly string[];
}
${Array.from(
  { length: 3 + Math.floor(next() * 3) },
  (_, index) => `
export function shorten${index}(text: ${name}, length = ${index + 10}): ${name} {
  const words = text.words.filter((word) => word.length > ${index}).slice(0, length);
  if (words.length === 0) throw new RangeError(\`nothing is left of \${text.id}\`);
  const id = createHash('sha1').update(words.join(' ')).digest('hex');
  return { ...text, id, words };
}
`,
).join('')}`;
}

/**
 * @template T
 * @param {Random} next
 * @param {readonly T[]} choices
 * @returns {T}
 */
function pick(next, choices) {
  return /** @type {T} */ (choices[Math.floor(next() * choices.length)]);
}
