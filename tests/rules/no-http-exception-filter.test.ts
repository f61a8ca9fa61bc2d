import rule from '../../src/rules/no-http-exception-filter.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ArgumentsHost, Catch, HttpException, UseFilters } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { BaseWsExceptionFilter, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';`;

const GATEWAY = `
@UseFilters(ChatFilter)
@WebSocketGateway()
class ChatGateway { @SubscribeMessage('join') join() {} }`;

/** A filter whose `catch` is on line 6, and a gateway that uses it. */
function used(body: string, rest = '', head = 'catch(error: Error, host: ArgumentsHost)'): string {
  return `${IMPORTS}
@Catch()
class ChatFilter {
  ${head} { ${body} }
  ${rest}
}
${GATEWAY}`;
}

const CLIENT = `const client = host.switchToWs().getClient();`;
const RESPOND = `host.switchToHttp().getResponse().status(500).json({});`;

const httpContext = { messageId: 'httpContext' } as const;
const thrown = { messageId: 'thrown' } as const;
const rejected = { messageId: 'rejected' } as const;
const httpBase = { messageId: 'httpBase' } as const;

/** Bodies of a `catch` with one `throw` that a websocket message reaches. */
const WS_BRANCHES = [
  `switch (host.getType()) { case WS: throw error; case 'rpc': this.count++; throw other; default: throw other; }`,
  `switch (host.getType()) { case 'rpc': throw other; default: throw error; }`,
  `switch (error.code) { case 1: throw error; default: }`,
  `switch (error.code) { case 1: return; } throw error;`,
  `switch (host.getType()) { case 'rpc': this.count++; } throw error;`,
  `if (isHttp) { throw other; } else { throw error; }`,
  `if (isHttp || error.fatal) { throw other; } else { throw error; }`,
  `if (isHttp && error.fatal) { throw other; } else { throw error; }`,
  `if (WS === host.getType() && error.fatal) { throw error; } else { throw other; }`,
  `if (error.fatal && (isHttp || !isHttp)) { throw error; }`,
  `if (error.fatal || error.late) { throw error; }`,
  `if (-error.code) { throw error; }`,
  `if (!isHttp || error.fatal) { throw error; } else { throw other; }`,
  `if (!isHttp) { throw error; } throw other;`,
  `if (error.fatal ?? true) { throw error; }`,
  `if (error.fatal) { throw error; }`,
  `if (error.fatal) { return; } throw error;`,
  `if (error.code == 'ws') { throw error; }`,
  `if (isHttp) { return; } else { this.count++; } throw error;`,
  `if (!isHttp) { this.count++; } else { return; } throw error;`,
  `if (isHttp) { this.count++; } else { this.count--; } throw error;`,
  `if (isHttp) this.count++; throw error;`,
  `if (fatal) { throw error; }`,
  `{ throw error; }`,
];

new RuleTester().run('no-http-exception-filter', rule, {
  invalid: [
    {
      code: used(RESPOND),
      errors: [{ ...httpContext, line: 6, column: 46, endLine: 6, endColumn: 65 }],
    },
    {
      name: 'the first of several',
      code: used(`const http = host.switchToHttp(); ${RESPOND}`),
      errors: [{ ...httpContext, column: 59, endColumn: 78 }],
    },
    {
      name: 'a filter with switchToWs, whoever uses it',
      filename: 'ws.filter.ts',
      code: `import { Catch } from '@nestjs/common';
        @Catch(Error)
        export class WsFilter {
          catch(error, host) { host.switchToWs().getClient().emit('exception', {}); ${RESPOND} }
        }`,
      errors: [{ ...httpContext, line: 4 }],
    },
    {
      name: 'a filter that is made, used by a handler, declared as a const, or not marked with @Catch',
      code: `${IMPORTS}
        const ChatFilter = class { catch(error, host) { ${RESPOND} } };
        @WebSocketGateway()
        class ChatGateway { @UseFilters(new ChatFilter()) @SubscribeMessage('join') join() {} }`,
      errors: [{ ...httpContext, line: 4 }],
    },
    {
      name: 'a catch in a base class of the file, reported once',
      code: `${IMPORTS}
        class Base { catch(error, host) { ${RESPOND} throw error; } }
        class ChatFilter extends Base {}
        class RoomFilter extends Base {}
        @UseFilters(ChatFilter, RoomFilter)
        @WebSocketGateway()
        class ChatGateway {}`,
      errors: [
        { ...httpContext, line: 4 },
        { ...thrown, line: 4 },
      ],
    },
    {
      name: 'beside a test of the type, not behind it',
      code: used(`if (host.getType() === 'rpc') { this.count++; } ${RESPOND}`),
      errors: [httpContext],
    },
    {
      name: 'on the branch of websockets',
      code: used(`if (host.getType() === 'ws') { ${RESPOND} }`),
      errors: [httpContext],
    },
    {
      name: 'after the branch of HTTP has left',
      code: used(`
        const type = host.getType<string>();
        if ('http' === type) { this.http.catch(error, host); return; }
        ${RESPOND}`),
      errors: [httpContext],
    },
    {
      name: 'after all but websockets have left',
      code: used(`if (!(host.getType() == 'ws')) return; else this.count++; ${RESPOND}`),
      errors: [httpContext],
    },
    ...WS_BRANCHES.map((branch) => ({
      name: `on a branch of websockets: ${branch}`,
      code: used(`const isHttp = host.getType() === 'http'; const WS = 'ws'; ${branch}`),
      errors: [thrown],
    })),
    {
      name: 'a test that holds a call',
      code: used(`const type = host.getType(); if (${RESPOND.slice(0, -1)}) { return; }`),
      errors: [httpContext],
    },
    {
      name: 'on the left of a condition, and on either side of ??',
      code: used(
        `const type = host.getType(); (host.switchToHttp() && type) ?? this.late;
         this.early ?? host.switchToHttp();`,
      ),
      errors: [httpContext],
    },
    {
      name: 'a method that another one calls, which the branch of websockets calls, or itself',
      code: used(
        `if (host.getType() === 'ws') this.reply(host);`,
        `reply(host: ArgumentsHost) { this.write(host); }
         write(host: ArgumentsHost) { if (this.again) this.write(host); ${RESPOND} }`,
      ),
      errors: [{ ...httpContext, line: 8 }],
    },
    {
      name: 'a method that the branch of websockets calls',
      code: used(
        `if (host.getType() === 'ws') this.reply(host); else this.reply(host);`,
        `reply(host: ArgumentsHost) { ${RESPOND} }`,
      ),
      errors: [{ ...httpContext, line: 7 }],
    },
    {
      name: 'the HTTP filter of Nest, without a catch of its own',
      code: `${IMPORTS}
        @Catch()
        class ChatFilter extends BaseExceptionFilter {}
        ${GATEWAY}`,
      errors: [{ ...httpBase, line: 5, column: 34, endLine: 5, endColumn: 53 }],
    },
    {
      name: 'the HTTP filter of Nest, called; by an alias and through a base class',
      code: `
        import { Catch } from '@nestjs/common';
        import { BaseExceptionFilter as Base } from '@nestjs/core';
        class AllFilter extends Base {}
        @Catch()
        class WsFilter extends AllFilter {
          catch(error, host) { host.switchToWs().getClient().emit('exception', {}); super.catch(error, host); }
        }`,
      errors: [{ ...httpBase, line: 4, column: 33, endColumn: 37 }],
    },
    {
      name: 'the HTTP filter of Nest, through a namespace and a deep path',
      code: `
        import { Catch } from '@nestjs/common';
        import * as exceptions from '@nestjs/core/exceptions';
        @Catch()
        class WsFilter extends exceptions.BaseExceptionFilter {
          catch(error, host) { host.switchToWs(); super.catch(error, host); }
        }`,
      errors: [httpBase],
    },
    {
      name: 'thrown on, and thrown anew',
      code: used(
        `if (error instanceof HttpException) throw new WsException(error.message); throw error;`,
      ),
      errors: [
        { ...thrown, line: 6, column: 82 },
        { ...thrown, line: 6, column: 120, endColumn: 132 },
      ],
    },
    {
      name: 'an await that nothing guards, the first of them',
      code: used(
        `await this.audit(error); await this.audit(error);`,
        '',
        'async catch(error: Error, host: ArgumentsHost)',
      ),
      errors: [{ ...rejected, line: 6, column: 52, endColumn: 75 }],
    },
    {
      name: 'awaits behind something that handles no rejection',
      code: used(
        `await this.audit(error).finally(done);`,
        '',
        'async catch(error: Error, host: ArgumentsHost)',
      ),
      errors: [rejected],
    },
    {
      name: 'an await of what is no call, of a method by that name, and one in a catch',
      code: `${used(`await pending;`, '', 'async catch(error, host)')}
        class A { async catch(error, host) { await this.catch(); } }
        class B { async catch(error, host) { await this.audit().then(log); } }
        class C { async catch(error, host) { try { await a(); } catch { await b(); } } }
        class D { async catch(error, host) { await pending.then(log); } }
        class E { async catch(error, host) { await this.audit().catch(log).send(); } }
        class F { async catch(error, host) { await audit(error).then(log); } }
        class G { async catch(error, host) { await then(log); } }
        @UseFilters(A, B, C, D, E, F, G) @WebSocketGateway() class OtherGateway {}`,
      errors: Array.from({ length: 8 }, () => rejected),
    },
    {
      name: 'a catch that is an arrow property',
      code: `${IMPORTS}
        class ChatFilter { catch = async (error, host) => { await audit(error); throw error; }; }
        ${GATEWAY}`,
      errors: [rejected, thrown].map((error) => ({ ...error, line: 4 })),
    },
    {
      name: 'a barrel and a gateway decorator that settings name',
      code: `
        import { UseFilters, Socketed } from '../nest';
        class ChatFilter { catch(error, host) { throw error; } }
        @UseFilters(ChatFilter)
        @Socketed()
        class ChatGateway {}`,
      settings: {
        'nestjs-gateway': { modules: ['../nest'], decorators: { gateway: ['Socketed'] } },
      },
      errors: [thrown],
    },
  ],
  valid: [
    {
      name: 'a filter for HTTP',
      code: `${IMPORTS} @Catch() class HttpFilter extends BaseExceptionFilter { catch(error, host) { ${RESPOND} throw error; } }`,
    },
    {
      name: 'one in a file without a gateway',
      filename: 'http.filter.ts',
      code: `import { Catch } from '@nestjs/common'; @Catch() class HttpFilter { catch(error, host) { ${RESPOND} } }`,
    },
    {
      name: 'a class that is no filter',
      code: `class Host { catch(error, host) { host.switchToWs(); ${RESPOND} throw error; } }`,
    },
    {
      name: 'a @Catch from elsewhere',
      code: `import { Catch } from './catch'; @Catch() class F { catch(error, host) { host.switchToWs(); throw error; } }`,
    },
    { name: 'an emit', code: used(`${CLIENT} client.emit('exception', { status: 'error' });`) },
    {
      name: 'the filter of websockets',
      code: `${IMPORTS}
        @Catch()
        class ChatFilter extends BaseWsExceptionFilter {
          catch(error, host) { super.catch(error instanceof HttpException ? new WsException(error.message) : error, host); }
        }
        ${GATEWAY}`,
    },
    {
      name: 'a base class of that name from elsewhere',
      code: `import { UseFilters } from '@nestjs/common'; import { WebSocketGateway } from '@nestjs/websockets'; import { BaseExceptionFilter } from './filters';
        class ChatFilter extends BaseExceptionFilter {}
        ${GATEWAY}`,
    },
    {
      name: 'the HTTP filter of Nest, whose catch nothing calls, or not for websockets',
      code: `${IMPORTS}
        class ChatFilter extends BaseExceptionFilter { catch(error, host) { super.isHttpError(error); this.catchAll(error); audit(error).catch(log); } }
        class Both extends BaseExceptionFilter {
          catch(error, host) {
            if (host.getType() === 'ws') { host.switchToWs().getClient().emit('exception', {}); return; }
            super.catch(error, host);
          }
        }
        @UseFilters(Both)
        ${GATEWAY}`,
    },
    {
      name: 'every form of a branch for HTTP',
      code: used(
        `
        const type = host.getType();
        if (type === 'http') { ${RESPOND} } else if (type === 'rpc') throw error;
        if (type !== 'ws') ${RESPOND}
        if (type === 'ws') {} else ${RESPOND}
        if (type !== 'http') {} else { ${RESPOND} }
        type === 'http' && ${RESPOND}
        type !== 'http' || ${RESPOND}
        type === 'http' ? ${RESPOND.slice(0, -1)} : undefined;
        if (type === 'http' && error.fatal) ${RESPOND}
        switch (type) { case 'http': ${RESPOND} break; case 'ws': break; default: throw error; }
        if (['http', 'rpc'].includes(type)) ${RESPOND}
        if (type === this.http) ${RESPOND}
        if (type < 'http') ${RESPOND}
        if (type ?? error) ${RESPOND}
        if (+type) ${RESPOND}
        if (type === 'http' || error.fatal) ${RESPOND}
        if (type === 'http' || this.isHttp) ${RESPOND}
        if (error.fatal || type === 'http') ${RESPOND}
        if (type === 'http' || type === 'rpc') ${RESPOND}
        const cycle = !cycle || type === 'http';
        if (cycle) ${RESPOND}
        const isOther = type === 'http' || error.fatal;
        if (isOther || error.late) ${RESPOND}
        if (!this.isWs(host)) ${RESPOND}
      `,
        `isWs(host) { return host.getType() === 'ws'; }`,
      ),
    },
    {
      name: 'after the branch of websockets has left',
      code: used(
        `if (host.getType() === 'ws') { ${CLIENT} client.emit('exception', {}); return; } ${RESPOND}`,
      ),
    },
    {
      name: 'after websockets have thrown nothing and left otherwise',
      code: used(`if (host.getType() === 'http') { this.count++; } else { return; } ${RESPOND}`),
    },
    {
      name: 'after a branch that may have left',
      code: used(
        `if (host.getType() === 'ws') { if (error.fatal) { return; } else { return; } } ${RESPOND}`,
      ),
    },
    {
      name: 'after a switch that may have left',
      code: used(`switch (host.getType()) { case 'ws': return this.reply(host); } ${RESPOND}`),
    },
    {
      name: 'before a test that may guard what is done with it',
      code: used(
        `const response = host.switchToHttp().getResponse(); if (host.getType() === 'http') response.end();`,
      ),
    },
    {
      name: 'in a method that only the branch of HTTP calls, that nothing calls, or that unknown branches call',
      code: used(
        `if (host.getType() === 'http') this.respond(host); if (this.isHttp(host)) this.answer(host);`,
        `respond(host) { ${RESPOND} } answer(host) { ${RESPOND} } unused(host) { ${RESPOND} } isHttp(host) { return host.getType() === 'http'; }`,
      ),
    },
    {
      name: 'in a function that a field keeps for its protocol',
      code: used(
        'this.answers[host.getType()](host);',
        `answers = { http: (host) => { ${RESPOND} }, ws: (host) => {} };`,
      ),
    },
    {
      name: 'in a method that another one calls, which only the branch of HTTP calls, or nothing',
      code: used(
        `if (host.getType() === 'http') this.respond(host);`,
        `respond(host) { this.answer(host); } answer(host) { ${RESPOND} }
         unused(host) { this.other(host); } other(host) { ${RESPOND} }
         again(host) { this.again(host); ${RESPOND} }`,
      ),
    },
    {
      name: 'caught',
      code: used(`try { throw error; } catch (other) { this.logger.error(other); }`),
    },
    {
      name: 'awaits that are guarded',
      code: used(
        `try { await this.audit(error); } catch {}
         await this.audit(error).catch(() => undefined);
         await this.audit(error).then(log, log);
         await this.audit(error).catch(log).finally(done);
         await this.audit(error).catch(log).then(log)!;
         await Promise.allSettled([a, b]);
         if (host.getType() === 'http') await this.respond(host);
         later(async () => { await this.audit(error); });`,
        '',
        'async catch(error: Error, host: ArgumentsHost)',
      ),
    },
    {
      name: 'a filter that another file declares',
      code: `${IMPORTS} import { ChatFilter } from './chat.filter'; ${GATEWAY}`,
    },
    {
      name: 'a filter class without a catch',
      code: `${IMPORTS} class ChatFilter {} ${GATEWAY}`,
    },
  ],
});
