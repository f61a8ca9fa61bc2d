import rule from '../../src/rules/consistent-error-event.ts';
import { marked } from './marked.ts';
import { RuleTester } from './rule-tester.ts';

const IMPORTS = `import { ArgumentsHost, Catch } from '@nestjs/common';
import { BaseWsExceptionFilter, SubscribeMessage, WebSocketGateway, WebSocketServer, WsException } from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
`;

/** A gateway with these members besides its server. */
function gateway(members: string, above = ''): string {
  return `${IMPORTS}${above}
@WebSocketGateway()
export class ChatGateway {
  @WebSocketServer() server: Server;
  ${members}
}
`;
}

/** A gateway whose handler has this body. */
function handler(body: string, above = ''): string {
  return gateway(`@SubscribeMessage('a') async a(client: Socket, text: string) { ${body} }`, above);
}

/** A file with nothing but a filter, whose catch has this body. */
function filter(body: string): string {
  return `import { ArgumentsHost, Catch } from '@nestjs/common';
import { Socket } from 'socket.io';
@Catch()
export class WsFilter {
  catch(exception: Error, host: ArgumentsHost) {
    const client = host.switchToWs().getClient<Socket>();
    ${body}
  }
}
`;
}

type Wrap = (body: string) => string;

/** An emit under another event, and what the suggestion makes of the body. */
function otherEvent(wrap: Wrap, body: string, output: string, event = 'exception') {
  const suggestions = [{ messageId: 'useEvent', data: { event }, output: wrap(output) }];
  return marked(wrap(body), [{ messageId: 'otherEvent', data: { event }, suggestions }]);
}

/** A payload that lacks something, and what the suggestion makes of the body, if there is one. */
function otherPayload(wrap: Wrap, body: string, output?: string) {
  const suggestions =
    output === undefined ? null : [{ messageId: 'usePayload', output: wrap(output) }];
  return marked(wrap(body), [{ messageId: 'otherPayload', suggestions }]);
}

const ERROR = "{ status: 'error', message: 'no' }";

new RuleTester().run('consistent-error-event', rule, {
  invalid: [
    // Named as an error.
    ...[
      'error',
      'authError',
      'ERROR',
      'app:exception',
      'unauthorized',
      'Forbidden',
      'exceptions',
      'connect_error',
    ].map((event) =>
      otherEvent(
        handler,
        `client.emit(«'${event}'», ${ERROR});`,
        `client.emit('exception', ${ERROR});`,
      ),
    ),
    otherEvent(handler, `client.emit(«"error"», ${ERROR});`, `client.emit("exception", ${ERROR});`),
    otherEvent(handler, 'client.emit(«`error`», payload);', "client.emit('exception', payload);"),
    otherEvent(
      handler,
      'client.emit(«`error:${text}`», payload);',
      "client.emit('exception', payload);",
    ),
    otherEvent(handler, "client.emit(«'error'»);", "client.emit('exception');"),
    otherEvent(
      handler,
      "client.emit(«'error'», { code: 5 });",
      "client.emit('exception', { code: 5 });",
    ),
    // The payload goes along where it is a text.
    otherEvent(handler, "client.emit(«'error'», 'no');", `client.emit('exception', ${ERROR});`),
    otherEvent(
      handler,
      'client.emit(«"error"», "no");',
      'client.emit("exception", { status: "error", message: "no" });',
    ),
    otherEvent(
      handler,
      "client.emit(«'error'», `no ${text}`);",
      "client.emit('exception', { status: 'error', message: `no ${text}` });",
    ),
    // To one client, however it is reached.
    otherEvent(
      handler,
      "client.volatile.emit(«'error'», e);",
      "client.volatile.emit('exception', e);",
    ),
    otherEvent(
      handler,
      "this.server.to(client.id).emit(«'error'», e);",
      "this.server.to(client.id).emit('exception', e);",
    ),
    otherEvent(
      handler,
      "await client.timeout(5).emitWithAck(«'error'», e);",
      "await client.timeout(5).emitWithAck('exception', e);",
    ),
    otherEvent(
      handler,
      "(client as any)?.emit(«'error'», e);",
      "(client as any)?.emit('exception', e);",
    ),
    // In a catch, whatever its name.
    otherEvent(
      handler,
      "try { f(); } catch (e) { client.emit(«'failed'», e); }",
      "try { f(); } catch (e) { client.emit('exception', e); }",
    ),
    otherEvent(
      handler,
      "try { f(); } catch { if (text) client.emit(«'failed'», e); }",
      "try { f(); } catch { if (text) client.emit('exception', e); }",
    ),
    otherEvent(
      handler,
      "await f().catch((e) => client.emit(«'failed'», e));",
      "await f().catch((e) => client.emit('exception', e));",
    ),
    otherEvent(
      handler,
      'try { f(); } catch (e) { client.emit(«`a:${text}`», e); }',
      "try { f(); } catch (e) { client.emit('exception', e); }",
    ),
    // Hooks and helpers.
    otherEvent(
      (body) => gateway(`handleConnection(client: Socket) { ${body} client.disconnect(); }`),
      "client.emit(«'unauthorized'», 'no');",
      `client.emit('exception', ${ERROR});`,
    ),
    otherEvent(
      (body) => gateway(`fail(client: Socket, e: Error) { ${body} }`),
      "client.emit(«'error'», e);",
      "client.emit('exception', e);",
    ),
    otherEvent(
      (body) => handler(body, "const FAILED = 'error';"),
      'client.emit(«FAILED», e);',
      "client.emit('exception', e);",
    ),
    // A payload without status and message.
    otherPayload(
      handler,
      "client.emit('exception', «'no'»);",
      `client.emit('exception', ${ERROR});`,
    ),
    otherPayload(
      handler,
      "client.emit('exception', «{ message: 'no' }»);",
      "client.emit('exception', { status: 'error', message: 'no' });",
    ),
    otherPayload(
      handler,
      "client.emit('exception', «{ message, code: 5 }»);",
      "client.emit('exception', { status: 'error', message, code: 5 });",
    ),
    otherPayload(handler, "client.emit('exception', «{ status: 'error' }»);"),
    otherPayload(handler, "client.emit('exception', «{}»);"),
    otherPayload(handler, "client.emit('exception', «5»);"),
    otherPayload(handler, "client.emit('exception', «['no']»);"),
    otherPayload(handler, "client.emit(«'exception'»);"),
    otherPayload(handler, "const payload = { code: 1 }; client.emit('exception', «payload»);"),
    otherPayload(
      handler,
      "const payload = { message: 'no' }; client.emit('exception', «payload»);",
    ),
    otherPayload(
      handler,
      "try { f(); } catch (e) { client.emit('exception', «{ message: e.message }»); }",
      "try { f(); } catch (e) { client.emit('exception', { status: 'error', message: e.message }); }",
    ),
    // Filters, beside a gateway and alone.
    otherEvent(
      filter,
      "client.emit(«'failed'», { status: 'error', message: 'no' });",
      "client.emit('exception', { status: 'error', message: 'no' });",
    ),
    otherEvent(
      filter,
      "client.emit(«'error'», exception);",
      "client.emit('exception', exception);",
    ),
    otherPayload(
      filter,
      "client.emit('exception', «{ message: exception.message }»);",
      "client.emit('exception', { status: 'error', message: exception.message });",
    ),
    otherEvent(
      filter,
      "host.switchToWs().getClient().emit(«'oops'», e);",
      "host.switchToWs().getClient().emit('exception', e);",
    ),
    otherEvent(
      filter,
      "const ws = host.switchToWs(); ws.getClient().emit(«'oops'», e);",
      "const ws = host.switchToWs(); ws.getClient().emit('exception', e);",
    ),
    otherEvent(
      (body) => `${handler('')}
@Catch(WsException) class Filter extends BaseWsExceptionFilter { catch(e, host) { ${body} } }`,
      "host.switchToWs().getClient().emit(«'oops'», e);",
      "host.switchToWs().getClient().emit('exception', e);",
    ),
    // Options.
    {
      ...otherEvent(
        handler,
        "client.emit(«'exception'», e);",
        "client.emit('app:error', e);",
        'app:error',
      ),
      options: [{ event: 'app:error' }],
    },
    {
      ...otherEvent(handler, "client.emit(«'error'», e);", "client.emit('it\\'s', e);", "it's"),
      options: [{ event: "it's" }],
    },
    {
      ...otherPayload(handler, "client.emit('error', «{}»);"),
      options: [{ event: 'error' }],
    },
    // A class that another decides about; a barrel.
    marked(
      `import { SubscribeMessage } from '../nest';
export class ChatGateway extends Base { @SubscribeMessage('a') a(client) { client.emit(«'error'», e); } }`,
      [
        {
          messageId: 'otherEvent',
          data: { event: 'exception' },
          suggestions: [
            {
              messageId: 'useEvent',
              data: { event: 'exception' },
              output: `import { SubscribeMessage } from '../nest';
export class ChatGateway extends Base { @SubscribeMessage('a') a(client) { client.emit('exception', e); } }`,
            },
          ],
        },
      ],
      { settings: { 'nestjs-gateway': { modules: ['../nest'] } } },
    ),
  ],
  valid: [
    handler("client.emit('exception', { status: 'error', message: 'no' });"),
    handler("client.emit('exception', { status, message, code });"),
    handler("client.emit('message', text); client.emit('joined');"),
    // A payload that is not to be seen.
    handler(
      "client.emit('exception', payload); client.emit('exception', toPayload(e)); client.emit('exception', e.getError());",
    ),
    handler("client.emit('exception', { ...error }); client.emit('exception', { [key]: 1 });"),
    // An event that is not to be seen.
    handler(
      'try { f(); } catch (e) { client.emit(EVENTS.failed, e); client.emit(`${text}`, e); client.emit(); }',
    ),
    handler('client.emit(Errors.Unauthorized, e);', "import { Errors } from './events';"),
    // To others than the client.
    handler(
      "try { f(); } catch (e) { this.server.to('room:1').emit('closed'); client.to('room:1').emit('left'); }",
    ),
    handler(
      "try { f(); } catch (e) { client.broadcast.emit('left'); this.server.emit('closed'); }",
    ),
    handler(
      "this.server.to(text).emit('error', e); this.server.except(client.id).emit('error', e); this.server.to().emit('error');",
    ),
    handler(
      "try { f(); client.emit('done'); } catch (e) { log(e); } finally { client.emit('done'); }",
    ),
    handler("f().then((x) => client.emit('done', x)); x.catch(client.emit('done'));"),
    // No client.
    handler("this.events.emit('error', e); process.emit('error'); stream.emit('error', e);"),
    filter(
      "logger.emit('error', exception); other.getClient().emit('error'); host.switchToWs().getData().emit('error');",
    ),
    filter("client.emit('exception', { status: 'error', message: exception.message });"),
    filter("client.emit('oops', e);").replace('@Catch()', '@Injectable()'),
    filter("client.emit('oops', e);").replace(
      "import { ArgumentsHost, Catch } from '@nestjs/common'",
      "import { ArgumentsHost, Catch } from 'my-framework'",
    ),
    filter("client.emit('oops', e);").replace("'socket.io'", "'ws'"),
    filter("host.switchToWs().getClient<WebSocket>().emit('oops', e);")
      .replace('import { Socket }', "import * as other from 'x'; import { Socket }")
      .replace("'socket.io'", "'ws/lib'"),
    { code: filter("client.emit('oops', e);"), settings: { 'nestjs-gateway': { platform: 'ws' } } },
    // Another package, ws.
    handler("client.emit('error', e);").replaceAll('@nestjs/', '@my/'),
    handler("client.emit('error', e);").replaceAll("'socket.io'", "'ws'"),
    {
      code: handler("client.emit('error', e);"),
      settings: { 'nestjs-gateway': { platform: 'ws' } },
    },
  ],
});
