import { describe, expect, it } from 'vitest';

import { readGateway } from '../read.ts';

/** Whether a handler with this body, in a file with more, checks its payload before use. */
function isChecked(body: string, more = '', members = '', parameter = 'payload: unknown'): boolean {
  const [handler] = readGateway(`
    import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { validate, isUUID } from 'class-validator';
    import { plainToInstance } from 'class-transformer';
    import validator from 'validator';
    import Ajv from 'ajv';
    import { z } from 'zod';
    import * as v from 'valibot';
    import assert from 'node:assert';
    import path from 'node:path';
    import { parse as parseQuery } from 'querystring';
    import { isJoin, assertJoin, parseJoin, guards, createGuard, parse } from './guards';
    const Join = z.object({ room: z.string() }).strict();
    const schemas = { join: z.string() };
    const accepts = new Ajv().compile(schema);
    const isShort = createGuard(3);
    import jwt from 'jsonwebtoken';
    import { jwtVerify } from 'jose';
    const ROOM = /^[a-z]+$/;
    const KINDS = new Set(['a', 'b']);
    const seen = new Set<string>();
    const filled = new Set(['lobby']);
    filled.add(last);
    let last: unknown;
    ${more}
    @WebSocketGateway()
    class ChatGateway {
      @SubscribeMessage('join')
      async on(client: Socket, ${parameter}) { ${body} }
      ${members}
    }
  `).handlers;
  const [payload] = handler?.payloads ?? [];
  if (!payload) throw new Error('no payload');
  return payload.isValidatedInBody;
}

describe('a check', () => {
  it.each([
    'Join.parse(payload);',
    'await Join.parseAsync(payload);',
    'Join.safeParse(payload as object);',
    'z.string().parse(payload!);',
    'v.parse(Schema, payload);',
    'v.is(Schema, payload);',
    'schemas.join.parse(payload);',
    'this.schema.parse(payload);',
    'guards["safeParseAsync"](payload);',
    'parse(payload);',
    'accepts(payload);',
    'validate(payload);',
    'validateJoin(payload);',
    'this.validator.validateJoin(payload);',
    'this.validator.isValid(payload);',
    'validator.isUUID(payload.room);',
    'isUUID(payload?.room);',
    'isJoin(payload);',
    'isShort(payload);',
    'guards.isJoin(payload);',
    'assertJoin(payload);',
    'if (isNaN(payload)) return;',
    'if (!Array.isArray(payload)) return;',
    'if (!Number.isInteger(payload.count)) return;',
    'if (!ROOM.test(payload.room)) return;',
    'if (!/^[a-z]+$/.test(payload)) return;',
    'if (typeof payload !== "string") return;',
    'if (typeof (payload as any).room.id !== "string") return;',
    'switch (typeof payload) { case "string": }',
    'const type = typeof payload;',
    'if (!KINDS.has(payload.kind)) return;',
    'if (!["a", "b"].includes(payload.kind)) return;',
    'const kind = payload?.kind ?? null; if (kind !== null && !KINDS.has(kind)) return;',
    'jwt.verify(payload, secret);',
    'await jwtVerify(payload as string, secret);',
    'if (["string", "number"].includes(typeof payload)) return;',
    'if (!(payload instanceof Uint8Array)) return;',
    'if (payload.at instanceof Date) return;',
    'while (typeof payload !== "object") await next();',
    'return typeof payload === "string" ? "a text" : "none";',
    'payload ??= {}; Join.parse(payload);',
  ])('is %s', (body) => {
    expect(isChecked(body)).toBe(true);
  });

  it.each([
    'if (!payload) return;',
    'if (payload?.room) return;',
    'if (payload && payload.room) return;',
    'if (payload == null) return;',
    'if (payload.kind === "join") return;',
    'if ("room" in payload) return;',
    'if (typeof payload === "undefined") return;',
    'if ("undefined" !== typeof payload.room) return;',
    'if (x instanceof payload) return;',
    'void payload;',
    'delete payload.room;',
    'this.logger.log(typeof payload);',
    'console.assert(payload);',
    'assert(payload);',
    'assert.ok(payload); path.parse(payload);',
    'JSON.parse(payload);',
    'Date.parse(payload);',
    'URL.parse(payload);',
    'parseQuery(payload);',
    'this.rooms.isMember(payload.room);',
    'if (!seen.has(payload.room)) return;',
    'if (!filled.has(payload.room)) return;',
    'if (!this.rooms.has(payload.room)) return;',
    'KINDS.has("a", payload);',
    'KINDS.has(key(payload));',
    'const { token } = payload; jwt.verify(token, secret);',
    'jwt.verify(payload.token, secret);',
    'jwt.verify(secret, payload);',
    'this.rooms.test(payload);',
    '(() => {})(payload);',
    'handle`${payload}`;',
    'for (const key in payload) {}',
    'rooms[payload];',
    'Join.parse({ [payload.room]: 1 });',
    'log()(typeof payload);',
    'one(payload); const one = two.call(); const two = one.call();',
    'payload.room = 1;',
    'Join.parse(rooms[payload]);',
    'Join.parse(payload ? 1 : 2);',
    'Join.parse(payload.count > 1);',
    'if (!payload === true) return;',
    'if (-payload > 1) return;',
    'return `a ${typeof payload}`;',
    'if (KINDS.hasOwn(payload.kind)) return;',
    'if (["string"].indexOfAny(typeof payload)) return;',
    'arguments[0] = payload; Join.parse(payload);',
    'payload ? 1 : 2;',
    'const payload2 = 1; typeof payload2 === "number";',
    '{ const payload = 1; typeof payload === "number"; }',
  ])('is not %s', (body) => {
    expect(isChecked(body)).toBe(false);
  });

  it('is not one of a function that a local name shadows', () => {
    expect(isChecked('Number.isInteger(payload)', 'class Number {}')).toBe(false);
    expect(isChecked('isNaN(payload)', 'function isNaN(x: unknown) { return x; }')).toBe(false);
  });
});

describe('the value that is checked', () => {
  it.each([
    'const { room } = payload; if (typeof room !== "string") return;',
    'const { room = "x", ...rest } = payload ?? {}; Join.parse(rest);',
    'const data = payload || {}; Join.parse(data);',
    'const data = client.ok ? payload : {}; Join.parse(data);',
    'let data; data = payload; Join.parse(data);',
    'let data: any; data = <Join>payload; Join.parse(data);',
    'const data = JSON.parse(payload); Join.parse(data);',
    'Join.parse(JSON.parse(payload));',
    'Join.parse({ ...payload, user: client.data.user });',
    'Join.parse({ room: payload.room });',
    'Join.parse([payload]);',
    'const dto = plainToInstance(JoinDto, payload); await validate(dto);',
    'await validate(plainToInstance(JoinDto, payload));',
    'const dto = Object.assign(new JoinDto(), payload); await validate(dto);',
    'const dto = new JoinDto(); Object.assign(dto, payload); await validate(dto);',
    'const dto = new JoinDto(); Object.assign(dto as any, payload); await validate(dto);',
    'const dto = new JoinDto(); dto.room = payload.room; await validate(dto);',
    'const dto = new JoinDto(payload); await validate(dto);',
    'const dto = await plainToInstance(JoinDto, await payload); validate(dto);',
    'const name = String(payload.name).trim(); if (!isUUID(name)) return;',
    'const name = `${payload.name}`; if (!isUUID(name)) return;',
    'const name = "room:" + payload.name; if (!isUUID(name)) return;',
    'for (const room of payload) { if (typeof room !== "string") return; }',
    'if (!payload.every((room) => typeof room === "string")) return;',
    'payload?.rooms?.forEach(({ id }) => Join.parse(id));',
    'payload.map(convert); Join.parse(payload);',
  ])('may be a part, a copy or an instance of the payload: %s', (body) => {
    expect(isChecked(body)).toBe(true);
  });

  it('may be part of a parameter that is taken apart', () => {
    expect(isChecked('typeof room === "string"', '', '', '{ room }: any')).toBe(true);
    expect(isChecked('typeof room === "string"', '', '', '[room]: any = []')).toBe(true);
    expect(isChecked('Join.parse(rest[0])', '', '', '...rest: any[]')).toBe(true);
  });

  it('is not checked by a test that only chooses between two of its forms', () => {
    const chosen = (form: string, more = '') =>
      isChecked(`const data = typeof payload === "string" ? ${form} : payload; use(data);`, more);
    expect(chosen('JSON.parse(payload)')).toBe(false);
    expect(chosen('JSON.parse(payload).room')).toBe(false);
    expect(chosen('payload[0]')).toBe(false);
    expect(chosen('JSON.stringify(payload)')).toBe(true);
    expect(chosen('JSON.parse()')).toBe(true);
    expect(chosen('JSON.parse(text)')).toBe(true);
    expect(chosen('superjson.parse(payload)', "import superjson from 'superjson';")).toBe(true);
  });

  it('is not what something else of that name holds, nor what was made of it elsewhere', () => {
    expect(isChecked('last = payload; typeof last === "string";')).toBe(false);
    expect(isChecked('const user = await find(payload.id); if (Array.isArray(user)) return;')).toBe(
      false,
    );
    expect(isChecked('client.room = payload; typeof client === "object";')).toBe(false);
    expect(isChecked('payload = 1;')).toBe(false);
    expect(isChecked('unknown = payload;')).toBe(false);
  });
});

describe('when it is checked', () => {
  it('is before the payload goes anywhere', () => {
    expect(isChecked('Join.parse(payload); this.rooms.join(payload);')).toBe(true);
    expect(isChecked('this.rooms.join(payload); Join.parse(payload);')).toBe(false);
    expect(isChecked('this.rooms.join(Join.parse(payload));')).toBe(true);
    expect(isChecked('this.last = payload; Join.parse(payload);')).toBe(false);
    expect(isChecked('await this.bus.run(new Command(payload)); Join.parse(payload);')).toBe(false);
    expect(isChecked('client.join(`room:${payload.id}`); Join.parse(payload);')).toBe(false);
  });

  it('may be after it is logged', () => {
    for (const log of [
      'console.log',
      'this.logger.debug',
      'Logger.log',
      'this.#log.info',
      'log.warn',
    ]) {
      expect
        .soft(isChecked(`${log}('got', payload, { payload }); Join.parse(payload);`), log)
        .toBe(true);
    }
    expect(isChecked('this.logger.log(JSON.stringify(payload)); Join.parse(payload);')).toBe(true);
    expect(isChecked('blog.post(payload); Join.parse(payload);')).toBe(false);
    expect(isChecked('log(payload); Join.parse(payload);')).toBe(false);
    expect(isChecked('logs()(payload); Join.parse(payload);')).toBe(false);
  });
});

describe('who checks it', () => {
  it('may be a method of the class or a function of the file', () => {
    expect(isChecked('this.check(payload);', '', 'check(x: any) { Join.parse(x); }')).toBe(true);
    expect(isChecked('this.use(1, payload);', '', 'use(a, b) { Join.parse(b); }')).toBe(true);
    expect(
      isChecked('this.use({ payload });', '', 'use({ payload }) { Join.parse(payload); }'),
    ).toBe(true);
    expect(
      isChecked(
        'check(payload);',
        'function check(x: any) { if (typeof x !== "string") throw x; }',
      ),
    ).toBe(true);
    expect(isChecked('check(payload);', 'const check = (x) => Join.parse(x);')).toBe(true);
    expect(
      isChecked(
        'this.a(payload)',
        '',
        'a(x) { this.b(x); } b(x) { return this.c(x); } c(x) { Join.parse(x); }',
      ),
    ).toBe(true);
  });

  it('may be declared to', () => {
    const declared = (type: string) =>
      isChecked(
        'if (!isRoom(payload)) return;',
        `function isRoom(x: any): ${type} { return x.y; }`,
      );
    expect(declared('x is Room')).toBe(true);
    expect(declared('asserts x is Room')).toBe(true);
    expect(declared('boolean')).toBe(false);
  });

  it('is none that uses it first, or does not check it', () => {
    expect(isChecked('this.use(payload);', '', 'use(x) { save(x); Join.parse(x); }')).toBe(false);
    expect(isChecked('this.use(payload, 1);', '', 'use(a, b) { Join.parse(b); }')).toBe(false);
    expect(isChecked('this.use(1, payload);', '', 'use(a) { Join.parse(a); }')).toBe(false);
    expect(isChecked('this.isIn(payload);', '', 'isIn(x) { return this.rooms.has(x); }')).toBe(
      false,
    );
    expect(isChecked('this.a(payload)', '', 'a(x) { this.b(x); } b(x) { this.a(x); }')).toBe(false);
    expect(
      isChecked(
        'this.a(payload)',
        '',
        'a(x) { this.b(x); } b(x) { this.c(x); } c(x) { this.d(x); } d(x) { Join.parse(x); }',
      ),
    ).toBe(false);
  });
});
