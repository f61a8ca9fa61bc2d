import rule from '../../src/rules/prefer-ws-exception.ts';
import { RuleTester } from './rule-tester.ts';

const COMMON =
  'ArgumentsHost, BadRequestException, CanActivate, Catch, ExecutionContext, HttpException, HttpStatus, Injectable, NotFoundException, PipeTransform, UnauthorizedException, UseFilters, UseGuards, UseInterceptors, UsePipes, applyDecorators';

const IMPORTS = `import { ${COMMON} } from '@nestjs/common';
import { BaseWsExceptionFilter, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';`;

/** A gateway with one handler, whose body starts on line 6. */
function handler(body: string, rest = '', imports = IMPORTS): string {
  return `${imports}
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') async join(client: Socket, id: string) {
    ${body}
  }
  ${rest}
}`;
}

/** A guard, whose `canActivate` starts on line 5. */
function guard(body: string, rest = ''): string {
  return `import { ${COMMON} } from '@nestjs/common';
@Injectable()
export class WsAuthGuard implements CanActivate {
  canActivate(context: ExecutionContext) {
    ${body}
  }
  ${rest}
}`;
}

const CLIENT = 'const client = context.switchToWs().getClient();';

function lost(name: string) {
  return { messageId: 'lost', data: { name } } as const;
}

/** The code with what the fix makes of the exception. */
function fixed(code: string, from: string, to: string): string {
  if (!code.includes(from)) throw new Error(`${from} does not stand there`);
  return code.replace(from, to);
}

const IN_HANDLER = handler(`throw new NotFoundException('no such room');`);

/** Exceptions and what the fix makes of them; null where it leaves them alone. */
const REPLACEMENTS: readonly (readonly [string, string | null])[] = [
  [`new NotFoundException('no room')`, `new WsException('no room')`],
  ['new NotFoundException(`no room ${id}`)', 'new WsException(`no room ${id}`)'],
  [`new NotFoundException('no room ' + id)`, `new WsException('no room ' + id)`],
  [`new NotFoundException(id + '?')`, `new WsException(id + '?')`],
  [`new NotFoundException({ id })`, `new WsException({ id })`],
  [`new NotFoundException(error.message)`, `new WsException(error.message)`],
  [`new NotFoundException(TEXT)`, `new WsException(TEXT)`],
  [`new NotFoundException('no' as string)`, `new WsException('no' as string)`],
  [`new NotFoundException`, `new WsException('Not Found')`],
  [`new NotFoundException()`, `new WsException('Not Found')`],
  [`new UnauthorizedException()`, `new WsException('Unauthorized')`],
  [`new HttpException('no', 404)`, `new WsException('no')`],
  [`new HttpException('no', HttpStatus.NOT_FOUND)`, `new WsException('no')`],
  [`new HttpException('no', HttpStatus.NOT_FOUND,)`, `new WsException('no',)`],
  [`new NotFoundException('no', 'Room')`, `new WsException('no')`],
  [`new NotFoundException(/* why */ 'no')`, `new WsException(/* why */ 'no')`],
  [`new NotFoundException(/* why */)`, null],
  [`new NotFoundException('no', /* why */ 'Room')`, null],
  [`new NotFoundException(('no'), 'Room')`, null],
  [`new NotFoundException('no', ('Room'))`, null],
  [`new NotFoundException('no', { cause: error })`, null],
  [`new HttpException('no', status)`, null],
  [`new HttpException('no', Status.NOT_FOUND)`, null],
  [`new HttpException('no', this.HttpStatus.NOT_FOUND)`, null],
  [`new NotFoundException(...reasons)`, null],
  [`new NotFoundException(reason)`, null],
  [`new NotFoundException(404)`, null],
  [`new NotFoundException(a - b)`, null],
  [`new NotFoundException(a + b)`, null],
  [`new NotFoundException('4' - b)`, null],
  [`new NotFoundException(error.reasons)`, null],
];

new RuleTester().run('prefer-ws-exception', rule, {
  invalid: [
    {
      code: IN_HANDLER,
      output: fixed(IN_HANDLER, 'new NotFoundException(', 'new WsException('),
      errors: [{ ...lost('NotFoundException'), line: 6, column: 15, endLine: 6, endColumn: 32 }],
    },
    ...REPLACEMENTS.map(([exception, replacement]) => {
      const code = handler(`throw ${exception};`).replace(
        '\n@WebSocketGateway',
        `\nconst TEXT = 'no';\n@WebSocketGateway`,
      );
      return {
        name: `the fix of ${exception}`,
        code,
        output: replacement === null ? null : fixed(code, exception, replacement),
        errors: [{ messageId: 'lost' as const }],
      };
    }),
    {
      name: 'a message with an apostrophe',
      code: `import { ImATeapotException } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('brew') brew() { throw new ImATeapotException(); }
}`,
      output: `import { ImATeapotException } from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('brew') brew() { throw new WsException("I'm a teapot"); }
}`,
      errors: [lost('ImATeapotException')],
    },
    {
      name: 'the import comes under an alias, and the class through a namespace',
      code: `import * as common from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway, WsException as Failure } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join() { throw new common.NotFoundException('no'); }
}`,
      output: `import * as common from '@nestjs/common';
import { SubscribeMessage, WebSocketGateway, WsException as Failure } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join() { throw new Failure('no'); }
}`,
      errors: [{ ...lost('common.NotFoundException'), line: 5, column: 48, endColumn: 72 }],
    },
    {
      name: 'no fix where the file has a WsException of its own',
      code: `import { NotFoundException as Missing } from '@nestjs/common/exceptions';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { WsException } from './errors';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join() { throw new Missing('no'); }
}`,
      output: null,
      errors: [lost('Missing')],
    },
    {
      name: 'a barrel that settings name',
      code: `import { NotFoundException, SubscribeMessage, WebSocketGateway } from '../nest';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join() { throw new NotFoundException('no'); }
}`,
      output: `import { NotFoundException, SubscribeMessage, WebSocketGateway } from '../nest';
import { WsException } from '@nestjs/websockets';
@WebSocketGateway()
class ChatGateway {
  @SubscribeMessage('join') join() { throw new WsException('no'); }
}`,
      settings: { 'nestjs-gateway': { modules: ['../nest'] } },
      errors: [lost('NotFoundException')],
    },
    {
      name: 'a subclass of the file',
      code: handler(`throw new RoomMissing();`).replace(
        '\n@WebSocketGateway',
        '\nclass RoomMissing extends NotFoundException {}\n@WebSocketGateway',
      ),
      output: null,
      errors: [lost('RoomMissing')],
    },
    {
      name: 'a const',
      code: handler(`const error = new NotFoundException('no'); throw error;`),
      output: null,
      errors: [{ ...lost('NotFoundException'), line: 6, column: 54, endColumn: 59 }],
    },
    {
      name: 'both sides of a choice',
      code: handler(`throw id ? new NotFoundException('no') : new WsException('no');`),
      output: handler(`throw id ? new WsException('no') : new WsException('no');`),
      errors: [{ ...lost('NotFoundException'), column: 20 }],
    },
    {
      name: 'a cast',
      code: handler(`throw new NotFoundException('no') as Error;`),
      output: handler(`throw new WsException('no') as Error;`),
      errors: [lost('NotFoundException')],
    },
    {
      name: 'in a catch, and in a try with nothing but finally',
      code: handler(`
        try { await this.rooms.join(id); } catch { throw new NotFoundException('a'); }
        try { throw new NotFoundException('b'); } finally { this.done(); }
      `),
      output: handler(`
        try { await this.rooms.join(id); } catch { throw new WsException('a'); }
        try { throw new WsException('b'); } finally { this.done(); }
      `),
      errors: [lost('NotFoundException'), lost('NotFoundException')],
    },
    {
      name: 'a catch that throws everything on',
      code: handler(
        `try { throw new NotFoundException('no'); } catch (error) { this.logger.error(error); throw error; }`,
      ),
      output: handler(
        `try { throw new WsException('no'); } catch (error) { this.logger.error(error); throw error; }`,
      ),
      errors: [lost('NotFoundException')],
    },
    {
      name: 'in a callback that runs as a part of the handler',
      code: handler(
        `return this.rooms.find(id).then((room) => { if (!room) throw new NotFoundException('no'); });`,
      ),
      output: handler(
        `return this.rooms.find(id).then((room) => { if (!room) throw new WsException('no'); });`,
      ),
      errors: [lost('NotFoundException')],
    },
    {
      name: 'in a catchError and in a promise',
      code: handler(`
        await new Promise(() => { throw new NotFoundException('a'); });
        return this.rooms.watch(id).pipe(catchError(() => { throw new NotFoundException('b'); }));
      `),
      output: handler(`
        await new Promise(() => { throw new WsException('a'); });
        return this.rooms.watch(id).pipe(catchError(() => { throw new WsException('b'); }));
      `),
      errors: [lost('NotFoundException'), lost('NotFoundException')],
    },
    {
      name: 'one class deep, once however many handlers call it',
      code: handler(
        `await this.find(id);`,
        `@SubscribeMessage('leave') leave(client: Socket, id: string) { this.find(id); this.find(id); }
         private find(id: string) { throw new NotFoundException('no'); }`,
      ),
      output: handler(
        `await this.find(id);`,
        `@SubscribeMessage('leave') leave(client: Socket, id: string) { this.find(id); this.find(id); }
         private find(id: string) { throw new WsException('no'); }`,
      ),
      errors: [lost('NotFoundException')],
    },
    {
      name: 'a handler that calls itself',
      code: handler(`await this.join(client, id); throw new NotFoundException('no');`),
      output: handler(`await this.join(client, id); throw new WsException('no');`),
      errors: [lost('NotFoundException')],
    },
    {
      name: 'Nest’s own filter by itself translates nothing',
      code: handler(`throw new NotFoundException('no');`).replace(
        '\n@WebSocketGateway',
        '\n@UseFilters(new BaseWsExceptionFilter())\n@WebSocketGateway',
      ),
      output: handler(`throw new WsException('no');`).replace(
        '\n@WebSocketGateway',
        '\n@UseFilters(new BaseWsExceptionFilter())\n@WebSocketGateway',
      ),
      errors: [lost('NotFoundException')],
    },
    {
      name: 'a filter on another handler, and an interceptor of the file that only looks on',
      code: handler(
        `throw new NotFoundException('no');`,
        `@UseFilters(WsFilter) @SubscribeMessage('leave') leave() { throw new NotFoundException('no'); }`,
      ).replace(
        '\n@WebSocketGateway',
        '\nclass Timing { intercept(context, next) { return next.handle(); } }\n@UseInterceptors(Timing)\n@WebSocketGateway',
      ),
      output: handler(
        `throw new WsException('no');`,
        `@UseFilters(WsFilter) @SubscribeMessage('leave') leave() { throw new NotFoundException('no'); }`,
      ).replace(
        '\n@WebSocketGateway',
        '\nclass Timing { intercept(context, next) { return next.handle(); } }\n@UseInterceptors(Timing)\n@WebSocketGateway',
      ),
      errors: [{ ...lost('NotFoundException'), line: 8 }],
    },
    {
      name: 'a gateway of ws',
      code: `import { WebSocket } from 'ws';\n${IN_HANDLER}`,
      output: `import { WebSocket } from 'ws';\n${IN_HANDLER.replace('new NotFoundException', 'new WsException')}`,
      errors: [lost('NotFoundException')],
    },
    {
      name: 'a guard',
      filename: 'ws-auth.guard.ts',
      code: guard(
        `${CLIENT} if (!client.data.user) throw new UnauthorizedException(); return true;`,
      ),
      output: guard(
        `${CLIENT} if (!client.data.user) throw new WsException('Unauthorized'); return true;`,
      ).replace(
        `'@nestjs/common';`,
        `'@nestjs/common';\nimport { WsException } from '@nestjs/websockets';`,
      ),
      errors: [{ ...lost('UnauthorizedException'), line: 5, column: 87, endColumn: 108 }],
    },
    {
      name: 'a method of a guard',
      filename: 'ws-auth.guard.ts',
      code: guard(
        `${CLIENT} return this.verify(client);`,
        `private verify(client: Socket) { throw new UnauthorizedException(reason); }`,
      ),
      output: null,
      errors: [lost('UnauthorizedException')],
    },
    {
      name: 'a guard without the interface, one that extends another of the file, one of passport',
      filename: 'ws-auth.guard.ts',
      code: `
        import { HttpException, Injectable } from '@nestjs/common';
        import { AuthGuard } from '@nestjs/passport';
        @Injectable()
        class SocketGuard { canActivate(context) { return context.switchToWs().getClient(); } }
        class RoomGuard extends SocketGuard { check() { throw new HttpException(a, b); } }
        class JwtGuard extends AuthGuard('jwt') {
          getRequest(context) { return context.switchToWs().getClient().handshake; }
          handleRequest(error, user) { if (!user) throw new HttpException(a, b); return user; }
        }
      `,
      output: null,
      errors: [
        { ...lost('HttpException'), line: 6 },
        { ...lost('HttpException'), line: 9 },
      ],
    },
    {
      name: 'a pipe',
      filename: 'room.pipe.ts',
      code: `
        import { BadRequestException, PipeTransform } from '@nestjs/common';
        class RoomPipe implements PipeTransform {
          transform(value) { throw new BadRequestException(value); }
          read(context) { return context.switchToWs().getData(); }
        }
      `,
      output: null,
      errors: [lost('BadRequestException')],
    },
    {
      name: 'a guard of the file, on a handler without a filter',
      code: `${IMPORTS}
        class RoomGuard implements CanActivate {
          canActivate(context: ExecutionContext) { ${CLIENT} throw new UnauthorizedException(client); }
        }
        @WebSocketGateway()
        class ChatGateway {
          @UseGuards(RoomGuard) @UseFilters(WsFilter) @SubscribeMessage('join') join() {}
          @UseGuards(new RoomGuard()) @SubscribeMessage('leave') leave() {}
        }`,
      output: null,
      errors: [lost('UnauthorizedException')],
    },
    {
      name: 'a filter',
      filename: 'ws.filter.ts',
      code: `import { ArgumentsHost, Catch, HttpException } from '@nestjs/common';
@Catch()
class WsFilter {
  catch(error: Error, host: ArgumentsHost) {
    host.switchToWs().getClient().emit('exception', error);
    throw new HttpException('no', 500);
  }
}`,
      output: null,
      errors: [
        {
          messageId: 'inFilter',
          data: { name: 'HttpException' },
          line: 6,
          column: 15,
          endColumn: 28,
        },
      ],
    },
  ],
  valid: [
    { name: 'WsException', code: handler(`throw new WsException('no');`) },
    { name: 'other errors', code: handler(`throw new Error('no');`) },
    { name: 'what is not known', code: handler(`throw this.errors.missing(id);`) },
    {
      name: 'an exception of that name from elsewhere',
      code: handler(
        `throw new NotFoundException('no');`,
        '',
        `import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets'; import { NotFoundException } from './errors';`,
      ),
    },
    {
      name: 'an exception made, not thrown',
      code: handler(`this.report(new NotFoundException('no'));`),
    },
    {
      name: 'a filter on the handler',
      code: IN_HANDLER.replace('@SubscribeMessage', '@UseFilters(WsFilter) @SubscribeMessage'),
    },
    {
      name: 'a filter on the class',
      code: IN_HANDLER.replace(
        '@WebSocketGateway()',
        '@UseFilters(new WsFilter()) @WebSocketGateway()',
      ),
    },
    {
      name: 'a filter by a decorator of the file, and by one that is not seen',
      code: `${IN_HANDLER.replace('\n@WebSocketGateway()', '\nconst Filtered = () => applyDecorators(UseFilters(WsFilter));\n@Filtered() @WebSocketGateway()')}
        @Translated() @WebSocketGateway()
        class RoomGateway { @SubscribeMessage('room') room() { throw new NotFoundException(); } }
        @WebSocketGateway()
        class UserGateway { @Translated() @SubscribeMessage('user') user() { throw new NotFoundException(); } }`,
    },
    {
      name: 'a base class that may carry one',
      code: IN_HANDLER.replace('class ChatGateway', 'class ChatGateway extends SocketGateway'),
    },
    {
      name: 'an interceptor that may translate',
      code: IN_HANDLER.replace(
        '@WebSocketGateway()',
        '@UseInterceptors(ErrorsInterceptor) @WebSocketGateway()',
      ),
    },
    {
      name: 'interceptors of the file that translate, or may',
      code: `${IMPORTS}
        class Translating { intercept(context, next) { return next.handle().pipe(catchError(translate)); } }
        class Inheriting extends Base {}
        @WebSocketGateway()
        class ChatGateway {
          @UseInterceptors(Translating) @SubscribeMessage('join') join() { throw new NotFoundException(); }
          @UseInterceptors(Inheriting) @SubscribeMessage('leave') leave() { throw new NotFoundException(); }
        }`,
    },
    {
      name: 'caught in the same function',
      code: handler(
        `try { throw new NotFoundException('no'); } catch (error) { client.emit('exception', error); }`,
      ),
    },
    {
      name: 'caught around a callback',
      code: handler(
        `try { await Promise.all(ids.map(async (id) => { throw new NotFoundException(id); })); } catch { return false; }`,
      ),
    },
    {
      name: 'caught where the method is called',
      code: handler(
        `try { await this.find(id); } catch (error) { throw new WsException(error.message); }
         await this.find(id).catch(() => undefined);
         await this.find(id).then(use, () => undefined);`,
        `private async find(id: string) { throw new NotFoundException('no'); }`,
      ),
    },
    {
      name: 'caught in the chain of the promise or of the observable',
      code: handler(
        `await this.rooms.find(id).then(() => { throw new NotFoundException(); }).catch(() => undefined);
         await new Promise(() => { throw new NotFoundException(); }).catch(() => undefined);
         return this.rooms.watch(id).pipe(map(() => { throw new NotFoundException(); }), catchError(() => of()));`,
      ),
    },
    {
      name: 'caught by an operator under another name',
      code: `import { catchError as rescue } from 'rxjs'; ${handler(
        'return this.rooms.watch(id).pipe(map(() => { throw new NotFoundException(); }), rescue(() => of()));',
      )}`,
    },
    {
      name: 'thrown where Nest does not look: listeners, timers, functions that nothing calls',
      code: handler(
        `client.on('leave', () => { throw new NotFoundException(); });
         setTimeout(() => { throw new NotFoundException(); });
         const later = { run: () => { throw new NotFoundException(); } };
         class Later { run() { throw new NotFoundException(); } }
         const never = () => { throw new NotFoundException(); };`,
      ),
    },
    {
      name: 'a method that no handler calls may be called from a controller',
      code: handler(`return true;`, `notify(id: string) { throw new NotFoundException(id); }`),
    },
    {
      name: 'a throw in a hook ends the process, whatever it throws',
      code: handler(
        `return true;`,
        `handleConnection(client: Socket) { this.verify(client); throw new UnauthorizedException(); }
         verify(client: Socket) { throw new UnauthorizedException(); }`,
      ),
    },
    {
      name: 'a guard that returns false',
      code: guard(`${CLIENT} return Boolean(client.data.user);`),
    },
    {
      name: 'a guard for HTTP',
      code: guard(
        `const request = context.switchToHttp().getRequest(); throw new UnauthorizedException(request);`,
      ),
    },
    {
      name: 'a guard that branches on the type',
      code: guard(
        `if (context.getType() !== 'ws') return true; ${CLIENT} throw new UnauthorizedException(client);`,
      ),
    },
    {
      name: 'a guard for several protocols',
      code: `${guard(`${CLIENT} const request = context.switchToHttp().getRequest() ?? client; throw new UnauthorizedException();`)}
        import { GqlExecutionContext } from '@nestjs/graphql';
        class GraphqlGuard implements CanActivate {
          canActivate(context: ExecutionContext) { ${CLIENT} GqlExecutionContext.create(context); throw new UnauthorizedException(); }
        }`,
    },
    {
      name: 'a guard whose throws are caught by whoever calls them in the class',
      code: guard(
        `${CLIENT} try { return this.verify(client); } catch { return false; }`,
        `private verify(client: Socket) { throw new UnauthorizedException(); }`,
      ),
    },
    {
      name: 'a guard of the file, on handlers with a filter',
      code: `${IMPORTS}
        class RoomGuard implements CanActivate {
          canActivate(context: ExecutionContext) { ${CLIENT} throw new UnauthorizedException(); }
        }
        @UseFilters(WsFilter) @WebSocketGateway()
        class ChatGateway {
          @UseGuards(RoomGuard) @SubscribeMessage('join') join() {}
          @UseGuards(RoomGuard, OtherGuard) @SubscribeMessage('leave') leave() {}
        }`,
    },
    {
      name: 'a class that only looks like a guard',
      code: `import { UnauthorizedException } from '@nestjs/common';
        class Guard { canActivate(context) { context.switchToWs(); throw new UnauthorizedException(); } }
        class Other extends Base { canActivate(context) { context.switchToWs(); throw new UnauthorizedException(); } }
        class Third extends AuthGuard('jwt') { canActivate(context) { context.switchToWs(); throw new UnauthorizedException(); } }`,
    },
    {
      name: 'an interface of that name from elsewhere',
      code: guard(`${CLIENT} throw new UnauthorizedException();`)
        .replace('@Injectable()', '')
        .replace('CanActivate,', ''),
    },
  ],
});
