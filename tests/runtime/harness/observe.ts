/** What many proofs look at. */
import { createHmac } from 'node:crypto';
import { LIVES } from './app.ts';
import type { ConnectOptions } from './client.ts';
import type { Observe } from './proof.ts';

/** What a client is answered. */
export function answerTo(event: string, ...payload: readonly unknown[]): Observe {
  return answerAs({}, event, ...payload);
}

/** What a client is answered that connects with a token, or in a namespace. */
export function answerAs(
  options: ConnectOptions,
  event: string,
  ...payload: readonly unknown[]
): Observe {
  return async (app) => {
    const client = await app.connect(options);
    return client.send(event, ...payload);
  };
}

/** What becomes of the process, and of a client that has connected. */
export function fateAfterConnecting(options: ConnectOptions = {}): Observe {
  return async (app) => {
    const client = await app.connect(options);
    const process = await app.fate();
    return process === LIVES ? `the client is ${await client.fate()}, ${process}` : process;
  };
}

/** A token as `setup: 'jwt'` signs and verifies it. */
export function signToken(claims: Readonly<Record<string, unknown>>): string {
  const content = [{ alg: 'HS256', typ: 'JWT' }, claims].map(encode).join('.');
  return `${content}.${createHmac('sha256', 'secret').update(content).digest('base64url')}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
