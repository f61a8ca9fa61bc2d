import type { LifecycleHook, HookName } from '../../src/gateway/hook.ts';
import { clientCode, type ClientCode } from '../../src/gateway/connection/reach.ts';
import { readGateway } from './read.ts';

const IMPORTS = `
  import { WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
  import { JwtService } from '@nestjs/jwt';
  import * as tokens from 'jsonwebtoken';
  import { decodeJwt, jwtVerify } from 'jose';
  import { firstValueFrom } from 'rxjs';
  import to from 'await-to-js';
`;

/** A hook of a gateway with these members. */
export function readHook(name: HookName, members: string, rest = ''): LifecycleHook {
  const gateway = readGateway(`${IMPORTS} @WebSocketGateway() class A { ${members} } ${rest}`);
  const hook = gateway.hook(name);
  if (!hook) throw new Error(`no ${name}`);
  return hook;
}

/** The code of `handleConnection(client) { … }` itself. */
export function readBody(body: string, members = '', rest = ''): ClientCode {
  const hook = readHook(
    'handleConnection',
    `async handleConnection(client) { ${body} } ${members}`,
    rest,
  );
  const [code] = clientCode(hook);
  if (!code) throw new Error('no code');
  return code;
}

/** The text of a node, as it is written. */
export function textOf(
  node: { range: readonly [number, number] },
  { entry }: Pick<ClientCode, 'entry'>,
) {
  return entry.gateway.file.sourceCode.text.slice(...node.range);
}
