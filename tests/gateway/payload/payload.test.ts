import { describe, expect, it } from 'vitest';

import type { Payload } from '../../../src/gateway/payload/payload.ts';
import { isBinaryType, opaqueType } from '../../../src/gateway/payload/payload-type.ts';
import { readGateway } from '../read.ts';

/** The payloads of a handler with these parameters. */
function payloadsOf(parameters: string, more = '', body = ''): readonly Payload[] {
  const [handler] = readGateway(`
    import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { JoinPipe, imported } from './pipes';
    ${more}
    @WebSocketGateway()
    class ChatGateway { @SubscribeMessage('join') join(${parameters}) { ${body} } }
  `).handlers;
  return handler?.payloads ?? [];
}

describe('a payload', () => {
  const described = (parameters: string, more = '') =>
    payloadsOf(parameters, more).map(
      ({ property = '-', pipes, hasSchema }) =>
        `${property} [${pipes.map(({ name = '?' }) => name).join()}]${hasSchema ? ' schema' : ''}`,
    );

  it('has the pipes and the property of its decorator', () => {
    expect(described('client, payload')).toEqual(['- []']);
    expect(described('@MessageBody() a')).toEqual(['- []']);
    expect(described("@MessageBody('room') a, @MessageBody('id', JoinPipe) b")).toEqual([
      'room []',
      'id [JoinPipe]',
    ]);
    expect(described('@MessageBody(new JoinPipe(1), imported) a')).toEqual(['- [JoinPipe,?]']);
    expect(described('@MessageBody(ROOM) a', "const ROOM = 'room';")).toEqual(['room []']);
    expect(described('@MessageBody(Keys.room) a', "const Keys = { room: 'r' };")).toEqual(['r []']);
    expect(described('@MessageBody(Own) a', 'const Own = class {};')).toEqual(['- [Own]']);
    expect(described('@MessageBody(imported) a')).toEqual(['- [?]']);
    expect(described('@MessageBody(...imported) a')).toEqual(['- [?]']);
  });

  it("has the pipes and the schema of Nest 12's options", () => {
    expect(described('@MessageBody({ schema: imported }) a')).toEqual(['- [] schema']);
    expect(described("@MessageBody('room', { schema: imported, pipes: [JoinPipe, ,] }) a")).toEqual(
      ['room [JoinPipe] schema'],
    );
    expect(described('@MessageBody({ pipes: imported }) a')).toEqual(['- [?]']);
    expect(described('@MessageBody(options) a', 'const options = { schema: S };')).toEqual([
      '- [] schema',
    ]);
    expect(described('@MessageBody({ ...imported, schema: S }) a')).toEqual(['- [?]']);
    expect(described('@MessageBody({ transform: (value) => value }) a')).toEqual(['- [?]']);
  });

  it('stands where its pattern does, its type included', () => {
    const [payload] = payloadsOf('@MessageBody() { room }: Join = {}');
    const width = payload && payload.loc.end.column - payload.loc.start.column;
    expect(width).toBe('{ room }: Join = {}'.length);
  });

  it('is read when the body reads it, or a part of it', () => {
    const isRead = (parameters: string, body: string) =>
      payloadsOf(parameters, '', body)[0]?.isRead;
    expect(isRead('client, data', 'return data;')).toBe(true);
    expect(isRead('client, { room, id }', 'return () => id;')).toBe(true);
    expect(isRead('client, ...data', 'data[0];')).toBe(true);
    expect(isRead('client, data', 'data = 1;')).toBe(false);
    expect(isRead('client, data', 'return other.data;')).toBe(false);
    expect(isRead('client, {}', '')).toBe(false);
  });
});

describe('the type of a payload', () => {
  function typeOf(type: string, more = ''): string {
    const [payload] = payloadsOf(`client: Socket, payload: ${type}`, more);
    const { type: node } = payload?.parameter ?? {};
    if (!payload || !node) throw new Error('no type');
    const { file } = payload.handler.gateway;
    return `${opaqueType(node, file)}${isBinaryType(node, file) ? ' binary' : ''}`;
  }

  it('is opaque when it is one with any or unknown', () => {
    expect(typeOf('any')).toBe('any');
    expect(typeOf('unknown')).toBe('unknown');
    expect(typeOf('string | any')).toBe('any');
    expect(typeOf('string | unknown')).toBe('unknown');
    expect(typeOf('Room & any')).toBe('any');
    expect(typeOf('Room & unknown')).toBe('undefined');
    expect(typeOf('A', 'type A = B; type B = C | null; type C = any;')).toBe('any');
    expect(typeOf('A', 'type A = A | B; type B = A;')).toBe('undefined');
    expect(typeOf('A', 'export type A = any; const A = 1;')).toBe('any');
    expect(typeOf('Join')).toBe('undefined');
  });

  it('is binary by a global name', () => {
    expect(typeOf('Buffer')).toBe('undefined binary');
    expect(typeOf('Frame', 'type Frame = ArrayBuffer;')).toBe('undefined binary');
    expect(typeOf('Buffer', 'class Buffer {}')).toBe('undefined');
    expect(typeOf('Buffer[]')).toBe('undefined');
  });
});
