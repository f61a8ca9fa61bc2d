import { describe, expect, it } from 'vitest';

import { runtimeType } from '../../../src/gateway/payload/runtime-type.ts';
import { readGateway } from '../read.ts';

/** What a pipe sees of a payload typed so. */
function seen(type: string, more = '') {
  const gateway = readGateway(`
    import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
    import { IsInt } from 'class-validator';
    import { Imported } from './types';
    import type { Erased } from './types';
    import type * as erased from './types';
    import type { server } from './protocol';
    import required = require('./types');
    import type requiredTypes = require('./types');
    import { protocol } from './protocol';
    class Dto { @IsInt() n!: number }
    class Bare { n!: number }
    interface Payload { n: number }
    enum Kind { Text }
    type Loop = Loop | Dto;
    type Meet = Meet & unknown;
    type List = Dto[];
    type Packet = Buffer | string;
    namespace Place { export class Dto {} }
    import { Blob as ModuleBlob } from 'buffer';
    import { File as ModuleFile } from 'node:buffer';
    import { Blob as OtherBlob } from './buffer';
    ${more}
    @WebSocketGateway()
    class ChatGateway { @SubscribeMessage('x') on(@MessageBody() ${type}) {} }
  `);
  const [parameter] = gateway.handlers[0]?.parameters ?? [];
  if (!parameter) throw new Error('no parameter');
  return runtimeType(parameter, gateway.file);
}

describe('what a pipe sees', () => {
  it.each([
    ['d', 'opaque'],
    ['d: any', 'opaque'],
    ['d: unknown', 'opaque'],
    ['...d: any[]', 'opaque'],
    ['...d: Iterable<Dto>', 'unknown'],
    ['d: server.JoinDto', 'erased'],
    ['d: server.room.JoinDto', 'erased'],
    ['d: protocol.JoinDto', 'unknown'],
    ['d: Dto', 'class'],
    ['...d: Dto[]', 'class'],
    ['d: Dto | never', 'class'],
    ['d: Dto & unknown', 'class'],
    ['d: never | undefined', 'unknown'],
    ['d: Dto | null', 'nullable'],
    ['d: Imported | null', 'nullable'],
    ['d: Erased | undefined', 'nullable'],
    ['d: Payload | null', 'none'],
    ['d: string | null', 'builtin'],
    ['d: Dto[]', 'array'],
    ['d: Array<Dto>', 'array'],
    ['d: [Dto]', 'none'],
    ['d: Kind', 'builtin'],
    ['d: Kind.Text', 'builtin'],
    ['d: Space.Dto', 'unknown'],
    ['d: Place.Dto', 'unknown'],
    ["d: 'a'", 'builtin'],
    ["d: 'a' | `b${string}`", 'builtin'],
    ["d: 'a' | string", 'none'],
    ['d: List', 'array'],
    ['d: Packet', 'binary'],
    ['d: Float64Array', 'binary'],
    ['d: ModuleBlob', 'binary'],
    ['d: ModuleFile', 'binary'],
    ['d: OtherBlob', 'unknown'],
    ['d: Blob | null', 'binary'],
    ['d: Loop', 'none'],
    ['d: Meet', 'none'],
    ['d: Missing', 'unknown'],
    ['d: Imported', 'unknown'],
    ['d: required.Dto', 'unknown'],
    ['d: Erased', 'erased'],
    ['d: erased.Dto', 'erased'],
    ['d: requiredTypes.Dto', 'erased'],
    ['d: Dto extends Bare ? Dto : Bare', 'unknown'],
  ])('is told of `%s`: %s', (type, kind) => {
    expect(seen(type)).toMatchObject({ kind });
  });

  it('is a class that validates or not', () => {
    expect(seen('d: Dto')).toMatchObject({ kind: 'class', validates: 'yes' });
    expect(seen('d: Bare')).toMatchObject({ kind: 'class', validates: 'no' });
  });

  it('is unknown of a const that may be a class under the name of a type', () => {
    expect(seen('d: Made', 'const Made = mixin(); type Made = object;').kind).toBe('unknown');
    expect(seen('d: Made', 'let Made; type Made = object;').kind).toBe('unknown');
    expect(seen('d: Made', 'const Made = 1; type Made = object;').kind).toBe('none');
    expect(seen('d: Made', 'const Made = ["a"] as const; type Made = object;').kind).toBe('none');
  });

  it('is not known to be a class without types', () => {
    expect(seen('d: Erased')).toMatchObject({ isClass: false });
  });
});
