import { describe, expect, it } from 'vitest';

import { lint, parsers } from './lint.ts';
import { gateway, repeat, shapes } from './shapes.ts';

const EVENTS = [
  'обновить',
  '更新',
  'تحديث',
  'עדכון',
  'अद्यतन',
  '갱신',
  'ปรับ',
  'ενημέρωση',
  '😀:👩‍👩‍👧',
  'e\u0301',
  '\u202Eevil',
  'a\u2028b',
  'a\u2029b',
  '\uD800',
  '\u0000',
  '\uFEFF',
  '𝔘𝔫𝔦',
  '\\u{1F600}',
  '\\x61',
  '${x}',
];

const NAMES = [
  'данные',
  '資料',
  'نص',
  '𝒳',
  'ℵ',
  'a\u0301',
  '\\u0061b',
  '\\u{62}c',
  'ˇ',
  'ª',
  '$_',
  'ᢆ',
  'ñ',
  '\u200C'.padStart(2, 'a'),
];

const files: Readonly<Record<string, string>> = {
  'an empty file': '',
  'white space': ' \t\v\f\u00A0\u2028\u2029\uFEFF\n\r\r\n',
  'a byte order mark': '\uFEFF',
  'a byte order mark before a gateway': `\uFEFF${gateway({})}`,
  'a hashbang': `#!/usr/bin/env node\n${gateway({})}`,
  'a comment that names the package': '// @nestjs/websockets',
  'a text that names the package': "'@nestjs/websockets'",
  'an import and nothing else': "import '@nestjs/websockets'",
  'a gateway on one line': gateway({ handler: 'client.join(payload)' }).replaceAll(/\s+/g, ' '),
  'carriage returns': shapes['handlers']?.(20).replaceAll('\n', '\r') ?? '',
  'Windows line ends': shapes['handlers']?.(20).replaceAll('\n', '\r\n') ?? '',
  'line separators': shapes['handlers']?.(20).replaceAll('\n', '\u2028') ?? '',
  'events in many scripts': gateway({
    members: EVENTS.map(
      (event, index) => `@SubscribeMessage('${event}') on${index}(client: Socket, payload: any) {
        client.emit('${event}', payload); client.join(\`${event}\`); this.server.to("${event}").emit('error'); return { event: '${event}', data: 1 }; }`,
    ).join('\n'),
  }),
  'names in many scripts': gateway({
    members: NAMES.map(
      (
        name,
      ) => `${name} = new Map<string, Socket>(); @SubscribeMessage('${name}') handle${name}(client: Socket, ${name}: any) {
        this.${name}.set(client.id, client); client.join(${name}); client.data.${name} = ${name}.${name}; throw new Error(${name}); }`,
    ).join('\n'),
  }),
  'names with escapes': gateway({
    module: 'class \\u0042ase {}',
    members: `h\\u0061ndleDisconect() {} @Subscr\\u0069beMessage('x') x(cl\\u0069ent: S\\u006fcket, p: \\u0061ny) { client.join(p); throw new Error(); }`,
    connection: 'throw new \\u0045rror(); cl\\u{69}ent.disconnect();',
  }),
  'text from right to left': gateway({
    module: '// \u202E\u2066 reversed \u2069\u2066',
    handler: "/* \u202E */ client.join('\u202E' + payload); // \u2067",
  }),
  'combining marks': gateway({ handler: `client.join('z${'\u0335'.repeat(2000)}' + payload);` }),
};

describe.each(parsers)('as %s reads them', (parser) => {
  it.each(Object.entries(files))('%s', (_, code) => {
    const { crash, messages } = lint(code, parser);
    expect(crash).toBeUndefined();
    const lines = code.split(/\r\n|[\r\n\u2028\u2029]/);
    for (const { line, column } of messages) {
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    }
  });
});

it('finds in names and events of any script what it finds in those of ASCII', () => {
  const member = (name: string) =>
    `@SubscribeMessage('${name}') ${name}(client: Socket, payload: any) { this.server.emit('${name}', payload.${name}); client.join(payload.${name}); }`;
  const found = (names: readonly string[]) =>
    lint(gateway({ members: names.map(member).join('\n') })).messages.map(({ ruleId }) => ruleId);
  const scripts = ['данные', '資料', 'نص', '𝒳', 'ñandú', 'ℵ'];
  expect(found(scripts)).toEqual(found(['a', 'b', 'c', 'd', 'e', 'f']));
});

it('lints 20,000 lines', () => {
  const { crash, refused, messages, linting, parsing } = lint(
    gateway({ handler: repeat(20_000, (i) => `client.join(payload.room${i});`) }),
  );
  expect({ crash, refused }).toEqual({});
  expect(messages.length).toBeGreaterThan(20_000);
  expect(linting).toBeLessThan(20 * parsing);
});
