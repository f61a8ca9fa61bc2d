import { expect, it } from 'vitest';

import { jwtVerification } from '../../../src/gateway/authentication/verification.ts';
import { readBody } from '../read-hook.ts';

function verification(call: string, members = ''): 'sync' | 'async' | undefined {
  const { routine, entry } = readBody(`${call};`, members);
  const first = routine.calls.at(0);
  if (!first) throw new Error('no call');
  return jwtVerification(first, entry.gateway);
}

const INJECTED = 'constructor(private readonly jwt: JwtService) {}';

it.each([
  ['this.jwt.verify(token)', INJECTED, 'sync'],
  ['this.jwt?.verifyAsync<User>(token)', INJECTED, 'async'],
  ['this.jwt.verify(token)', 'constructor(private jwt: JwtService = fallback) {}', 'sync'],
  ['this.jwt.verify(token)', '@Inject() private readonly jwt: JwtService;', 'sync'],
  ['this.jwt.verify(token)', 'private readonly jwt = new JwtService({});', 'sync'],
  ['this.jwt.decode(token)', INJECTED, undefined],
  ['this.jwt.verify(token)', 'constructor(private jwt: Jwt) {}', undefined],
  ['this.jwt.verify(token)', 'constructor(private jwt: string) {}', undefined],
  ['this.jwt.verify(token)', 'private jwt = makeService();', undefined],
  [
    'this.jwt.verify(token)',
    'constructor(jwt: JwtService, public other: JwtService) {}',
    undefined,
  ],
  ['this.jwt.verify(token)', '', undefined],
  ['jwt.verify(token)', INJECTED, undefined],
  ['verify(token)', INJECTED, undefined],
] as const)('%s, with %s: %s', (call, members, expected) => {
  expect(verification(call, members)).toBe(expected);
});

it.each([
  ['tokens.verify(token, secret)', 'sync'],
  ["tokens.verify(token, secret, { algorithms: ['HS256'] })", 'sync'],
  ['tokens.verify(token, secret, () => {})', undefined],
  ['tokens.verify(token, secret, callback)', undefined],
  ['tokens.verify(token, secret, {}, callback)', undefined],
  ['tokens.sign(token, secret)', undefined],
  ['jwtVerify(token, key)', 'async'],
  ['decodeJwt(token)', undefined],
] as const)('%s: %s', (call, expected) => {
  expect(verification(call)).toBe(expected);
});

it('looks a const up', () => {
  const { routine, entry } = readBody('const jwt = new JwtService({}); jwt.verifyAsync(token);');
  expect(routine.calls.map((call) => jwtVerification(call, entry.gateway))).toEqual(['async']);
});
