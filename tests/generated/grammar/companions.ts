import { fires } from './marks.ts';
import type { TextPiece } from './piece.ts';

/** What stands in the file beside the gateway. */
export const companions: readonly TextPiece[] = [
  {
    name: 'a bootstrap without adapter',
    about: 'require-redis-adapter',
    code: () =>
      `async function bootstrap#() {\n  const app = await ${fires('require-redis-adapter/bootstrap', '$NestFactory.create')}($AppModule);\n  await app.listen(3000);\n}`,
  },
  {
    name: 'a bootstrap with an adapter',
    about: 'require-redis-adapter',
    code: () =>
      'async function bootstrap#() {\n  const app = await $NestFactory.create($AppModule);\n  app.useWebSocketAdapter(new $RedisIoAdapter(app));\n  await app.listen(3000);\n}',
  },
  {
    name: 'an adapter that installs none',
    about: 'require-redis-adapter',
    code: () =>
      `class Adapter# extends $IoAdapter {\n  ${fires('require-redis-adapter/ioAdapter', 'createIOServer')}(port: number, options?: object) {\n    return super.createIOServer(port, options);\n  }\n}`,
  },
  {
    name: 'a filter for HTTP',
    about: 'no-http-exception-filter',
    code: () =>
      `@$Catch()\nclass Filter# extends $BaseWsExceptionFilter {\n  override catch(error: Error, host: $ArgumentsHost) {\n    host.switchToWs();\n    ${fires('no-http-exception-filter/httpContext', 'host.switchToHttp()')}.getResponse().end();\n  }\n}`,
  },
  {
    name: 'a filter that extends that for HTTP',
    about: 'no-http-exception-filter',
    code: () =>
      `@$Catch()\nclass Filter# extends ${fires('no-http-exception-filter/httpBase', '$BaseExceptionFilter')} {\n  override catch(error: Error, host: $ArgumentsHost) {\n    host.switchToWs();\n    super.catch(error, host);\n  }\n}`,
  },
  {
    name: 'a filter that waits',
    about: 'no-http-exception-filter',
    code: () =>
      `@$Catch()\nclass Filter# extends $BaseWsExceptionFilter {\n  override async catch(error: Error, host: $ArgumentsHost) {\n    ${fires('no-http-exception-filter/rejected', 'await this.audit(error)')};\n    super.catch(error, host.switchToWs() && host);\n  }\n}`,
  },
  {
    name: 'a filter that throws',
    about: 'no-http-exception-filter',
    code: () =>
      `@$Catch()\nclass Filter# extends $BaseWsExceptionFilter {\n  override catch(error: Error, host: $ArgumentsHost) {\n    if (!host.switchToWs().getData()) ${fires('no-http-exception-filter/thrown', 'throw error;')}\n    super.catch(error, host);\n  }\n}`,
  },
  {
    name: 'a filter for either',
    about: 'no-http-exception-filter',
    code: () =>
      "@$Catch()\nclass Filter# extends $BaseWsExceptionFilter {\n  override catch(error: Error, host: $ArgumentsHost) {\n    if (host.getType() === 'http') host.switchToHttp().getResponse().end();\n    else super.catch(error, host.switchToWs() && host);\n  }\n}",
  },
  {
    name: 'a filter that says nothing',
    about: 'require-ws-exception-filter',
    code: () =>
      `@$Catch()\nclass ${fires('require-ws-exception-filter/mute', 'Filter#')} {\n  catch(error: Error, host: $ArgumentsHost) {\n    host.switchToWs();\n  }\n}`,
  },
  {
    name: 'a filter that answers',
    about: 'require-ws-exception-filter',
    code: () =>
      "@$Catch()\nclass Filter# {\n  catch(error: Error, host: $ArgumentsHost) {\n    host.switchToWs().getClient().emit('exception', { status: 'error', message: error.message });\n  }\n}",
  },
  {
    name: 'a guard that throws for HTTP',
    about: 'prefer-ws-exception',
    code: () =>
      `@$Injectable()\nclass Guard# implements $CanActivate {\n  canActivate(context: $ExecutionContext) {\n    if (context.switchToWs().getClient().data.user) return true;\n    throw new ${fires('prefer-ws-exception/lost', '$UnauthorizedException')}('refused');\n  }\n}`,
  },
  {
    name: 'a guard of HTTP',
    about: 'prefer-ws-exception',
    code: () =>
      "@$Injectable()\nclass Guard# implements $CanActivate {\n  canActivate(context: $ExecutionContext) {\n    if (context.switchToHttp().getRequest().user) return true;\n    throw new $UnauthorizedException('refused');\n  }\n}",
  },
  {
    name: 'a class of subscriptions that is no gateway',
    about: 'no-dead-subscription',
    code: () =>
      `class ${fires('no-dead-subscription/noGateway', 'Handlers#')} {\n  @$SubscribeMessage('lost#')\n  lost#() {\n    return 1;\n  }\n}`,
  },
  {
    name: 'an abstract class of subscriptions',
    about: 'no-dead-subscription',
    code: () =>
      "abstract class Handlers# {\n  @$SubscribeMessage('shared#')\n  shared#() {\n    return 1;\n  }\n}",
  },
];
