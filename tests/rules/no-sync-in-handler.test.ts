import rule from '../../src/rules/no-sync-in-handler.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

/** A gateway with these members. */
function gateway(members: string, above = ''): string {
  return `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
${above}
@WebSocketGateway()
export class ChatGateway {
  ${members}
}
`;
}

function handler(body: string, above = ''): string {
  return gateway(
    `@SubscribeMessage('say') async say(client: Socket, dto: SayDto) { ${body} }`,
    above,
  );
}

function blocks(name: string) {
  return { messageId: 'blocks', data: { name, asynchronous: name.replace('Sync', '') } };
}

const LISTED = {
  'node:crypto': ['pbkdf2Sync', 'scryptSync', 'generateKeyPairSync'],
  crypto: ['pbkdf2Sync'],
  bcrypt: ['hashSync', 'compareSync', 'genSaltSync'],
  'node:zlib': [
    'gzipSync',
    'gunzipSync',
    'unzipSync',
    'brotliCompressSync',
    'brotliDecompressSync',
    'inflateSync',
    'inflateRawSync',
    'deflateSync',
    'deflateRawSync',
  ],
  'node:child_process': ['execSync', 'execFileSync', 'spawnSync'],
  fs: ['readFileSync', 'writeFileSync', 'appendFileSync', 'readdirSync', 'copyFileSync', 'rmSync'],
};

new RuleTester().run('no-sync-in-handler', rule, {
  invalid: [
    ...Object.entries(LISTED).flatMap(([module, names]) =>
      names.map((name) =>
        marked(handler(`return «${name}»(dto);`, `import { ${name} } from '${module}';`), [
          blocks(name),
        ]),
      ),
    ),
    ...['hashSync', 'compareSync', 'genSaltSync'].map((name) =>
      marked(
        handler(`return «bcrypt.${name}»(dto.password);`, `import * as bcrypt from 'bcryptjs';`),
        [
          {
            messageId: 'blocksInEveryForm',
            data: { name, asynchronous: name.replace('Sync', '') },
          },
        ],
      ),
    ),
    // By whatever name it is imported.
    marked(handler('«fs.readFileSync»(dto.path);', `import fs from 'node:fs';`), [
      blocks('readFileSync'),
    ]),
    marked(handler('«fs.readFileSync»(dto.path);', `import * as fs from 'fs';`), [
      blocks('readFileSync'),
    ]),
    marked(handler('«fs.readFileSync»(dto.path);', `import fs = require('fs');`), [
      blocks('readFileSync'),
    ]),
    marked(handler('«derive»(dto.password);', `import { pbkdf2Sync as derive } from 'crypto';`), [
      blocks('pbkdf2Sync'),
    ]),
    // Hooks, arrow properties, callbacks.
    marked(
      gateway(
        `handleConnection() { «gzipSync»(''); }
  handleDisconnect = () => { «gzipSync»(''); };`,
        `import { gzipSync } from 'zlib';`,
      ),
      [blocks('gzipSync'), blocks('gzipSync')],
    ),
    marked(
      handler(
        'return dto.texts.map((text) => «gzipSync»(text));',
        `import { gzipSync } from 'zlib';`,
      ),
      [blocks('gzipSync')],
    ),
    // One class deep, once.
    marked(
      gateway(
        `@SubscribeMessage('a') a() { return this.pack(); }
  @SubscribeMessage('b') b() { return this.pack(); }
  private pack() { return «gzipSync»(''); }`,
        `import { gzipSync } from 'zlib';`,
      ),
      [blocks('gzipSync')],
    ),
    marked(
      gateway(
        `@SubscribeMessage('a') a() { return pack(); }`,
        `import { gzipSync } from 'zlib';
function pack() { return «gzipSync»(''); }`,
      ),
      [blocks('gzipSync')],
    ),
    // Loops without an end.
    marked(handler('«while» (true) { step(); }'), ['endless']),
    marked(handler('«while» (1) step();'), ['endless']),
    marked(handler('«for» (;;) { step(); }'), ['endless']),
    marked(handler('«for» (let i = 0; true; i++) { step(i); }'), ['endless']),
    marked(handler('«do» { step(); } while (true);'), ['endless']),
    marked(handler('«while» (true) { for (const x of xs) { break; } }'), ['endless']),
    marked(handler('«while» (true) { switch (step()) { case 1: break; } }'), ['endless']),
    marked(handler('«while» (true) { run(async () => { await step(); return; }); }'), ['endless']),
    marked(handler('«while» (true) { step(); continue; }'), ['endless']),
    // A partial gateway's handlers are judged as well.
    marked(
      `import { SubscribeMessage } from '@nestjs/websockets';
import { execSync } from 'child_process';
import { Base } from './base';
export class ChatGateway extends Base {
  @SubscribeMessage('run') run() { return «execSync»('ls'); }
}`,
      [blocks('execSync')],
    ),
    marked(
      handler(`«readFileSync»('x');`, `import { readFileSync } from 'fs';`),
      [blocks('readFileSync')],
      { settings: { 'nestjs-gateway': { platform: 'ws' } } },
    ),
  ],
  valid: [
    handler(
      `randomBytes(32); createHash('sha256'); existsSync('x'); JSON.parse(dto.text);`,
      `import { createHash, randomBytes } from 'crypto';
import { existsSync } from 'fs';`,
    ),
    handler('await readFile("x");', `import { readFile } from 'fs/promises';`),
    handler('await hash(dto.password, 10);', `import { hash } from 'bcrypt';`),
    // Not the function of that module.
    handler('readFileSync("x");', 'function readFileSync(path: string) {}'),
    handler('readFileSync("x");', `import { readFileSync } from './fs';`),
    handler('hashSync("x");', `import { hashSync } from 'object-hash';`),
    handler('hashSync("x");', `import { hashSync } from 'crypto';`),
    handler('toString();', `import { toString } from 'constructor';`),
    handler('this.hashSync("x");', `import { hashSync } from 'bcrypt';`),
    handler('hashSync("x");', `import * as hashSync from 'bcrypt';`),
    // Not while a client waits.
    gateway(
      `private readonly page = readFileSync('page.html');
  constructor() { readFileSync('x'); }
  afterInit() { readFileSync('x'); }
  onModuleInit() { readFileSync('x'); }
  static handleConnection() { readFileSync('x'); }`,
      `import { readFileSync } from 'fs';`,
    ),
    handler('return PAGE;', `import { readFileSync } from 'fs'; const PAGE = readFileSync('x');`),
    // Loops with a way out, or a pause.
    handler('while (true) { await step(); }'),
    handler('while (true) { for await (const x of xs) step(x); }'),
    handler('while (true) { if (step()) break; }'),
    handler('while (true) { if (step()) return; }'),
    handler('while (true) { if (step()) throw new Error(); }'),
    handler('outer: while (true) { for (const x of xs) { break outer; } }'),
    handler('outer: for (const x of xs) { while (true) { continue outer; } }'),
    handler('while (queue.length) { step(); }'),
    handler('while (false) { step(); }'),
    handler('for (let i = 0; i < 3; i++) { step(); }'),
    handler('for (const x of xs) { step(x); }'),
    gateway(`@SubscribeMessage('x') *say() { while (true) { yield 1; } }`),
    gateway('private spin() { while (true) { step(); } }'),
    // No gateway.
    `import '@nestjs/websockets';
import { execSync } from 'child_process';
export class ChatService { handleConnection() { execSync('ls'); } }`,
  ],
});
