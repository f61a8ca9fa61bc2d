import rule from '../../src/rules/require-ws-exception-filter.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ArgumentsHost, Catch, HttpException, NotFoundException, ParseIntPipe, UseFilters, UseInterceptors, UsePipes, ValidationPipe } from '@nestjs/common';
import { BaseWsExceptionFilter, MessageBody, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';`;

/** A gateway whose class is on line 4 and whose members start on line 5. */
function gateway(members: string, decorators = '', imports = IMPORTS): string {
  return `${imports}
${decorators} @WebSocketGateway()
class ChatGateway {
  ${members}
}`;
}

const JOIN = `@SubscribeMessage('join') join(@MessageBody() dto: JoinDto) { return dto; }`;
const PIPE = '@UsePipes(new ValidationPipe())';

/** A filter that is written for websockets. */
function filter(body: string, rest = '', head = 'class WsFilter'): string {
  return `${IMPORTS}
@Catch()
${head} {
  catch(error: Error, host: ArgumentsHost) { ${body} }
  ${rest}
}`;
}

const CLIENT = `const client = host.switchToWs().getClient();`;

function validation(handler = 'join') {
  return { messageId: 'validation', data: { handler } } as const;
}

function thrown(handler = 'join') {
  return { messageId: 'thrown', data: { handler } } as const;
}

const mute = { messageId: 'mute' } as const;

new RuleTester().run('require-ws-exception-filter', rule, {
  invalid: [
    {
      name: 'a pipe on the class',
      code: gateway(JOIN, PIPE),
      errors: [{ ...validation(), line: 4, column: 7, endLine: 4, endColumn: 18 }],
    },
    { name: 'a pipe on the handler', code: gateway(`${PIPE} ${JOIN}`), errors: [validation()] },
    {
      name: 'a pipe on the payload, as a class',
      code: gateway(`@SubscribeMessage('join') join(@MessageBody(ValidationPipe) dto: JoinDto) {}`),
      errors: [validation()],
    },
    {
      name: 'a Parse pipe',
      code: gateway(
        `@SubscribeMessage('join') join(@MessageBody('n', new ParseIntPipe()) n: number) {}`,
      ),
      errors: [validation()],
    },
    {
      name: 'options without an exceptionFactory, in a const',
      code: gateway(
        JOIN,
        '@UsePipes(pipe)',
        `${IMPORTS} const options = { whitelist: true }; const pipe = new ValidationPipe(options);`,
      ),
      errors: [validation()],
    },
    {
      name: 'a bare handler',
      code: gateway(`${PIPE} @SubscribeMessage('join') join(client: Socket, dto: JoinDto) {}`),
      errors: [validation()],
    },
    {
      name: 'an alias and a namespace import',
      code: gateway(
        JOIN,
        '@common.UsePipes(Pipe)',
        `import * as common from '@nestjs/common'; import { ValidationPipe as Pipe } from '@nestjs/common/pipes';
         import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`.replace(
          /\n */,
          ' ',
        ),
      ),
      errors: [validation()],
    },
    {
      name: 'a barrel that settings name',
      code: gateway(
        JOIN,
        PIPE,
        `import { MessageBody, SubscribeMessage, UsePipes, ValidationPipe, WebSocketGateway } from '@app/nest';`,
      ),
      settings: { 'nestjs-gateway': { modules: ['@app/nest'] } },
      errors: [validation()],
    },
    {
      name: 'once for a gateway, at the first handler that asks for it',
      code: gateway(
        `@SubscribeMessage('ping') ping() { return 'pong'; }
         @UseFilters(WsFilter) @SubscribeMessage('say') say(@MessageBody() dto: SayDto) {}
         @SubscribeMessage('leave') leave() { throw new Error('no'); }
         ${JOIN}`,
        PIPE,
      ),
      errors: [thrown('leave')],
    },
    {
      name: 'each gateway',
      code: `${gateway(JOIN, PIPE)}
        @WebSocketGateway() class RoomGateway { @SubscribeMessage('room') room() { throw 'no'; } }`,
      errors: [validation(), { ...thrown('room'), line: 7 }],
    },
    {
      name: 'Nest’s own filter by itself translates nothing',
      code: gateway(JOIN, `${PIPE} @UseFilters(BaseWsExceptionFilter)`),
      errors: [validation()],
    },
    ...[
      `throw new NotFoundException('no');`,
      `throw new HttpException('no', 404);`,
      `throw new Error('no');`,
      `throw new TypeError('no');`,
      `throw new RoomFull();`,
      `throw new Plain();`,
      'throw `no ${id}`;',
      `throw { status: 'error' };`,
      `throw id ? new WsException('no') : new Error('no');`,
      `const error = new Error('no'); throw error;`,
      `if (!id) { this.fail(); }`,
      `try { return 1; } catch { throw new Error('no'); }`,
      `return this.rooms.then(() => { throw new Error('no'); });`,
    ].map((body) => ({
      name: `thrown: ${body}`,
      code: gateway(
        `@SubscribeMessage('join') join(client: Socket) { ${body} } fail() { throw new Error('no'); }`,
        '',
        `${IMPORTS} class RoomFull extends Error {} class Plain {}`,
      ),
      errors: [thrown()],
    })),
    {
      name: 'a gateway of ws',
      code: gateway(
        `${JOIN} handleConnection(client: WebSocket) {}`,
        PIPE,
        `${IMPORTS} import { WebSocket } from 'ws';`,
      ),
      errors: [validation()],
    },
    {
      name: 'a filter that only writes a log',
      filename: 'ws.filter.ts',
      code: filter(`${CLIENT} this.logger.error(error, client.id); console.log(client);`),
      errors: [{ ...mute, line: 4, column: 7, endColumn: 15 }],
    },
    {
      name: 'a filter that only disconnects, or reports the exception elsewhere',
      code: filter(
        `${CLIENT} client.disconnect(); const { message } = error; const line = formats[0](message); print(line); capture(error); capture(message); format('no', util, HttpException); formats[error.name](message);`,
      ),
      errors: [mute],
    },
    {
      name: 'a filter that hands on what it knows of the message',
      code: filter(
        `const ws = host.switchToWs(); this.audit.write(ws.getData(), { data: ws.getData(), error }, 'ws');`,
      ),
      errors: [mute],
    },
    {
      name: 'a filter with methods and a base class of the file that say nothing either',
      code: `${IMPORTS}
        @Catch() class Quiet { catch(error, host) { ${CLIENT} this.note(client); } note(client) { this.logger.warn(client); } }
        @Catch() class Quieter extends Quiet { catch(error, host) { super.catch(error, host); } }`,
      errors: [mute, mute],
    },
    {
      name: 'a class without a name',
      code: `import { Catch } from '@nestjs/common';
        @Catch() export default class { catch(error, host) { host.switchToWs(); } }`,
      errors: [{ ...mute, line: 2 }],
    },
  ],
  valid: [
    { name: 'a filter on the class', code: gateway(JOIN, `${PIPE} @UseFilters(new WsFilter())`) },
    { name: 'a filter on the handler', code: gateway(`@UseFilters(WsFilter) ${JOIN}`, PIPE) },
    {
      name: 'a filter of the file',
      code: gateway(
        JOIN,
        `${PIPE} @UseFilters(WsFilter)`,
        `${IMPORTS} class WsFilter extends BaseWsExceptionFilter {}`,
      ),
    },
    {
      name: 'an exceptionFactory',
      code: gateway(
        JOIN,
        '@UsePipes(new ValidationPipe({ exceptionFactory: (errors) => new WsException(errors) }))',
      ),
    },
    {
      name: 'options that are not seen',
      code: gateway(
        JOIN,
        '@UsePipes(new ValidationPipe(options), new ValidationPipe({ ...options }), pipe)',
      ),
    },
    {
      name: 'a validation pipe of the project’s own, imported or a class of the file',
      code: gateway(
        JOIN,
        '@UsePipes(WsValidationPipe, new OwnPipe())',
        `${IMPORTS} import { WsValidationPipe } from './ws-validation.pipe'; class OwnPipe extends ValidationPipe {}`,
      ),
    },
    {
      name: 'a pipe of that name from elsewhere',
      code: gateway(
        JOIN,
        '@UsePipes(ValidationPipe)',
        `import { UsePipes } from '@nestjs/common'; import { ValidationPipe } from './pipes';
         import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';`,
      ),
    },
    {
      name: 'a pipe without anything to validate',
      code: gateway(`@SubscribeMessage('ping') ping() {}`, PIPE),
    },
    { name: 'no pipe', code: gateway(JOIN) },
    {
      name: 'global pipes, of which the file does not show the options',
      code: gateway(JOIN),
      settings: { 'nestjs-gateway': { globalEnhancers: ['pipes'] } },
    },
    {
      name: 'what is thrown is a WsException, or not known',
      code: gateway(
        `@SubscribeMessage('a') a() { throw new WsException('no'); }
         @SubscribeMessage('b') b() { throw this.errors.missing(); }
         @SubscribeMessage('c') c() { throw new RoomFull(); }
         @SubscribeMessage('d') d() { try { f(); } catch (error) { throw error; } }
         @SubscribeMessage('e') e() { try { throw new Error('no'); } catch (error) { return false; } }
         @SubscribeMessage('f') f() { throw new Full(); }
         handleConnection() { throw new Error('no'); }
         unused() { throw new Error('no'); }`,
        '',
        `${IMPORTS} import { RoomFull } from './errors'; class Full extends WsException {}`,
      ),
    },
    {
      name: 'something that may carry a filter',
      code: `${gateway(JOIN, `${PIPE} @Chat()`, `${IMPORTS} import { Chat } from './chat';`)}
        @WebSocketGateway() class RoomGateway extends SocketGateway { ${JOIN} }
        @WebSocketGateway() @UseInterceptors(Errors) class UserGateway { ${PIPE} ${JOIN} }`,
    },
    {
      name: 'a filter that emits',
      code: filter(`${CLIENT} client.emit('exception', { status: 'error' });`),
    },
    {
      name: 'a filter that emits by a timeout',
      code: filter(`${CLIENT} client?.timeout(5).emit('exception');`),
    },
    {
      name: 'a filter that sends',
      code: filter(`${CLIENT} client.send(JSON.stringify({ event: 'exception' }));`),
    },
    {
      name: 'a filter that closes with a reason',
      code: filter(`${CLIENT} client.close(4000, error.message);`),
    },
    {
      name: 'a filter that acknowledges',
      code: filter(`${CLIENT} const acknowledge = host.getArgs().at(-1); acknowledge({ error });`),
    },
    {
      name: 'a filter that extends the one of websockets, or one that is not seen',
      code: `${filter(`${CLIENT} super.catch(error, host);`, '', 'class WsFilter extends BaseWsExceptionFilter')}
        @Catch() class Other extends AppFilter { catch(error, host) { ${CLIENT} } }`,
    },
    {
      name: 'a filter that hands the client or the host to something that may',
      code: `${filter(`${CLIENT} this.replies.fail(client);`)}
        @Catch() class Inline { catch(error, host) { this.replies.fail(host.switchToWs().getClient() as Socket, error); } }
        @Catch() class InObject { catch(error, host) { ${CLIENT} this.replies.fail({ ...error, client }); } }
        @Catch() class Second { catch(error, host) { ${CLIENT} new BaseWsExceptionFilter().catch(error, host); } }
        @Catch() class Third { catch(error, host) { const { client } = read(host.switchToWs()); reply(client); } }
        @Catch() class Fourth { catch(error, host) { this.reply(host); } reply(host) { fail(host.switchToWs(), host); } }`,
    },
    {
      name: 'a filter that calls a method of its own that emits',
      code: filter(
        `this.reply(host.switchToWs().getClient());`,
        `reply(client) { client.emit('exception'); }`,
      ),
    },
    {
      name: 'an abstract filter',
      code: filter(
        `this.answer(host.switchToWs());`,
        'abstract answer(ws: unknown): void;',
        'abstract class WsFilter',
      ),
    },
    { name: 'a filter for HTTP', code: filter(`host.switchToHttp().getResponse().end();`) },
    {
      name: 'a @Catch from elsewhere',
      code: filter(CLIENT).replace('Catch, ', ''),
    },
    {
      name: 'a guard',
      code: `import { CanActivate } from '@nestjs/common'; class Guard implements CanActivate { canActivate(context) { context.switchToWs(); } }`,
    },
  ],
});
