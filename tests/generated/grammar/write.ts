import { gatewayDecorator } from './arguments.ts';
import { handsOn, hasPayload, takesBinary, takesBody, usesOf } from './handlers.ts';
import {
  fires,
  firesIf,
  firesStrictly,
  readMarks,
  type Expected,
  type FindingId,
} from './marks.ts';
import { BARREL } from './names.ts';
import { writePayload, type PipeKind } from './payloads.ts';
import type { Surroundings } from './piece.ts';
import type { GatewayPlan, HandlerPlan, Settings } from './plan.ts';
import { isSilenced } from './silences.ts';
import { styled } from './style.ts';

const DISCONNECT = 'require-handle-disconnect';

/** A file, how it is linted, and everything that must be found in it. */
export interface Generated {
  readonly code: string;
  readonly preset: GatewayPlan['preset'];
  readonly settings: Settings;
  readonly expected: readonly Expected[];
}

/** Writes the gateway, and tells what must be found in it. */
export function write(plan: GatewayPlan): Generated {
  const { preset } = plan;
  const isBarrel = plan.style.imports === 'barrel';
  const settings = { ...plan.settings, ...(isBarrel && { modules: [BARREL] }) };
  const { code, expected } = readMarks(styled(new Writer(plan).file(), plan.style));
  return { code, preset, settings, expected: expected.filter((one) => !isSilenced(one, plan)) };
}

class Writer {
  readonly #plan: GatewayPlan;
  readonly #around: Surroundings;
  readonly #handlers: readonly HandlerPlan[];
  readonly #above: string[] = [];
  readonly #cleanup: string[] = [];
  #leaks = 0;
  /** What is said of the first handler whose clients would not learn what is wrong. */
  #lost: FindingId | undefined;

  constructor(plan: GatewayPlan) {
    this.#plan = plan;
    this.#handlers = plan.handlers;
    this.#around = {
      namespace: plan.arguments.namespace.kind,
      checksOrigin: plan.arguments.checksOrigin || plan.arguments.cors.checksOrigin === true,
      hasMiddleware: plan.init?.isMiddleware === true,
      hasDisconnect: plan.disconnect !== undefined,
      isController: plan.isController,
      isOpen: plan.handlers.some((each) => this.#isUnguarded(each) && !handsOn(each)),
      leak: (text) => this.#leak(text),
    };
  }

  file(): string {
    const plan = this.#plan;
    const { className, exported, isHoisted, comments } = plan.style;
    const head = gatewayDecorator(plan.arguments, isHoisted);
    // In the order in which a collection that nothing empties is looked for.
    const connection = this.#connection();
    const handlers = this.#handlers.flatMap((each, index) => this.#handler(each, index));
    const others = plan.members.map((piece, index) =>
      numbered(piece.code(this.#around), 50 + index),
    );
    const fields = [
      'private count = 0;',
      'private readonly logger = new $Logger();',
      '@$WebSocketServer() readonly %server: $Server;',
      `constructor(private readonly jwt: $JwtService, private readonly chat: $ChatService) {${plan.hasUnseenBase ? ' super(); ' : ''}}`,
    ];
    const rest = [...fields, ...this.#init(), ...connection, ...this.#disconnect(), ...others];
    const first = plan.style.rotation % (rest.length + 1);
    const body = [...rest.slice(first), ...handlers, ...rest.slice(0, first)];
    const separator = comments ? '\n\n/* Next. */\n' : '\n\n';
    const prefix = { named: 'export ', default: 'export default ', list: '', none: '' }[exported];
    const list = exported === 'list' ? `export { ${className} };\n` : '';
    const name = this.#name(className);
    const decorators = [...this.#classDecorators(), head.text];
    const turned = plan.style.rotation % 2 === 0 ? decorators : decorators.reverse();
    const companionTexts = plan.companions.map((piece, index) =>
      numbered(piece.code(this.#around), 70 + index),
    );
    return [
      head.above,
      ...this.#above.map((text) => `${text}\n`),
      ...companionTexts.map((text) => `${text}\n`),
      `${turned.join('\n')}\n${prefix}class ${name}${this.#heritage()} {`,
      indent(body.join(separator)),
      `}\n${list}`,
    ].join('\n');
  }

  /** The name of the class, with what is said of the gateway as a whole. */
  #name(name: string): string {
    const plan = this.#plan;
    const isAuthenticated =
      plan.hasGuard ||
      plan.arguments.checksOrigin ||
      plan.connection?.authenticates === true ||
      plan.init?.isMiddleware === true ||
      this.#handlers.some((each) => each.hasGuard || each.isAudited || each.parameters === 'lone');
    const isOpen = this.#handlers.length > 0 && !isAuthenticated;
    const open = firesIf(isOpen, 'require-connection-auth/open', name);
    return this.#lost ? fires(this.#lost, open) : open;
  }

  #heritage(): string {
    const { init, connection, disconnect, declaresHooks, hasUnseenBase } = this.#plan;
    const interfaces = [
      ...(init ? ['$OnGatewayInit'] : []),
      ...(connection ? ['$OnGatewayConnection'] : []),
      ...(disconnect ? ['$OnGatewayDisconnect'] : []),
    ];
    const declared = declaresHooks && interfaces.length > 0;
    return `${hasUnseenBase ? ' extends $BaseGateway' : ''}${declared ? ` implements ${interfaces.join(', ')}` : ''}`;
  }

  #classDecorators(): readonly string[] {
    const { isController, scope, hasGuard, pipe, hasFilter } = this.#plan;
    const scoped = firesIf(
      scope !== 'DEFAULT',
      `no-unsupported-scope/${scope.toLowerCase()}`,
      `$Scope.${scope}`,
    );
    return [
      ...(isController ? [fires('no-http-in-gateway/controller', "@$Controller('chat')")] : []),
      ...(scope === 'none' ? [] : [`@$Injectable({ scope: ${scoped} })`]),
      ...(hasGuard ? ['@$UseGuards($WsAuthGuard)'] : []),
      ...(pipe === 'none' ? [] : [`@$UsePipes(${this.#classPipe()})`]),
      ...(hasFilter ? ['@$UseFilters(new $ChatExceptionFilter())'] : []),
    ];
  }

  #hook(name: string, parameters: string, code: readonly string[], isAsync = false): string {
    const { declaresHooks, isHookGuarded } = this.#plan;
    const guard = fires('no-unapplied-enhancer/onHook', '@$UseGuards($WsAuthGuard)');
    const head = firesIf(!declaresHooks, 'require-lifecycle-interface/missing', name);
    const asynchronous = isAsync ? 'async ' : '';
    const isArrow = this.#plan.style.arrowHooks;
    return [
      ...(isHookGuarded ? [guard] : []),
      isArrow
        ? `${head} = ${asynchronous}(${parameters}) => {`
        : `${asynchronous}${head}(${parameters}) {`,
      indent(code.join('\n')),
      isArrow ? '};' : '}',
    ].join('\n');
  }

  #init(): readonly string[] {
    const { init } = this.#plan;
    return init ? [this.#hook('afterInit', 'server: $Server', [init.code(this.#around)])] : [];
  }

  #connection(): readonly string[] {
    const { connection } = this.#plan;
    if (!connection) return [];
    const code = numbered(connection.code(this.#around), 90);
    if (connection.cleanup !== undefined) this.#cleanup.push(numbered(connection.cleanup, 90));
    const member = connection.member?.(this.#around);
    const isMissing =
      !this.#around.hasDisconnect &&
      !connection.leaves &&
      !connection.handsOn &&
      !connection.cleansUp &&
      !this.#handlers.some((each) => handsOn(each) || usesOf(each).some(({ leaks }) => leaks));
    const name = firesIf(isMissing, `${DISCONNECT}/missing`, 'handleConnection');
    return [
      ...(member === undefined ? [] : [numbered(member, 90)]),
      this.#hook(name, '%client: $Socket', [code], connection.isAsync),
    ];
  }

  #disconnect(): readonly string[] {
    const { disconnect } = this.#plan;
    if (!disconnect) return [];
    const code = [...this.#cleanup, disconnect.code(this.#around)];
    return [this.#hook('handleDisconnect', '%client: $Socket', code)];
  }

  #leak(text: string): string {
    if (this.#plan.connection?.cleansUp) return text;
    if (this.#around.hasDisconnect) return fires(`${DISCONNECT}/neverShrunk`, text);
    return firesIf(this.#leaks++ === 0, `${DISCONNECT}/leaks`, text);
  }

  #isUnguarded({ hasGuard, isAudited }: HandlerPlan): boolean {
    return !hasGuard && !isAudited && !this.#plan.hasGuard && !this.#plan.init?.isMiddleware;
  }

  #handler(plan: HandlerPlan, index: number): readonly string[] {
    const isFiltered =
      plan.hasFilter || plan.isAudited || this.#plan.hasFilter || this.#plan.hasUnseenBase;
    const mayCheck = plan.hasGuard || plan.isAudited;
    const around = { ...this.#around, isFiltered, mayCheck };
    const used = usesOf(plan).map((each, place) => ({ each, number: index * 10 + place }));
    if (!isFiltered) this.#lost ??= this.#lostReason(plan);
    const { read } = plan.payload;
    const { above } = writePayload(
      plan.payload,
      this.#pipeKind,
      this.#isChecked(plan) || !takesBody(plan),
    );
    if (above !== undefined) this.#above.push(numbered(above, index));
    if (plan.hasSchemaPipe) this.#above.push(`const shape${index} = $z.object({});`);
    for (const { each, number } of used) {
      if (each.cleanup !== undefined) this.#cleanup.push(numbered(each.cleanup, number));
    }
    const body = [
      ...(takesBody(plan) && read !== undefined ? [numbered(read, index)] : []),
      ...(plan.parameters === 'lone' ? ['this.chat.save(%body.text);'] : []),
      ...(plan.parameters === 'ack' ? ["ack('done');"] : []),
      ...used.map(({ each, number }) => numbered(each.code(around), number)),
    ];
    const isAsync = body.some((line) => line.includes('await '));
    const name = firesIf(this.#isUnguarded(plan), 'require-ws-guard/unguarded', `handle${index}`);
    return [
      ...used.flatMap(({ each, number }) =>
        each.member ? [numbered(each.member(around), number)] : [],
      ),
      [
        ...this.#methodDecorators(plan, index),
        `${isAsync ? 'async ' : ''}${name}(${numbered(this.#parameters(plan), index)}) {`,
        indent(body.join('\n')),
        '}',
      ].join('\n'),
    ];
  }

  #lostReason(plan: HandlerPlan): FindingId | undefined {
    if (this.#plan.pipe === 'mute' && hasPayload(plan)) {
      return 'require-ws-exception-filter/validation';
    }
    return usesOf(plan).some(({ throws }) => throws !== undefined)
      ? 'require-ws-exception-filter/thrown'
      : undefined;
  }

  #methodDecorators(plan: HandlerPlan, index: number): readonly string[] {
    const pipe = `new $ZodValidationPipe(shape${index})`;
    const isMisapplied = plan.parameters !== 'body' && plan.parameters !== 'mixed';
    const others = [
      ...(plan.hasGuard ? ['@$UseGuards($WsAuthGuard)'] : []),
      ...(plan.hasFilter ? ['@$UseFilters(new $ChatExceptionFilter())'] : []),
      ...(plan.isAudited ? ['@$Audited()'] : []),
      ...(plan.hasSchemaPipe
        ? [`@$UsePipes(${firesIf(isMisapplied, 'no-misapplied-pipe/checksAll', pipe)})`]
        : []),
    ];
    const { rotation } = this.#plan.style;
    const first = rotation % (others.length + 1);
    return [...others.slice(0, first), ...this.#subscriptions(plan, index), ...others.slice(first)];
  }

  #subscriptions({ event }: HandlerPlan, index: number): readonly string[] {
    const text = event === 'reserved' ? "'connection'" : `'event${index}'`;
    const { isHoisted } = this.#plan.style;
    if (isHoisted) this.#above.push(`const EVENT${index} = ${text};`);
    const argument = firesIf(
      event === 'reserved',
      'no-dead-subscription/reserved',
      isHoisted ? `EVENT${index}` : text,
    );
    const second = fires('no-dead-subscription/stacked', `@$SubscribeMessage('second${index}')`);
    return [`@$SubscribeMessage(${argument})`, ...(event === 'stacked' ? [second] : [])];
  }

  #parameters(plan: HandlerPlan): string {
    const client = '%client: $Socket';
    const body = this.#body(plan);
    const decorated = `@$MessageBody(${plan.payload.pipe ?? ''}) ${body}`;
    switch (plan.parameters) {
      case 'bare':
        return plan.payload.pipe === undefined
          ? `${client}, ${body}`
          : `@$ConnectedSocket() ${client}, ${decorated}`;
      case 'decorated':
        return `${decorated}, @$ConnectedSocket() ${client}`;
      case 'body':
        return decorated;
      case 'ack':
        return `${decorated}, @$Ack() ack: (answer: string) => void`;
      case 'query':
        return `${decorated}, @$ConnectedSocket() ${client}, ${fires('no-http-in-gateway/nullParameter', "@$Query('page')")} page: string`;
      case 'mixed':
        return `${decorated}, ${fires('no-mixed-handler-parameters/undecorated', client)}`;
      case 'swapped':
        return `${fires('no-mixed-handler-parameters/swapped', '%body: $ChatDto')}, ${client}`;
      case 'lone':
        return fires('no-mixed-handler-parameters/socket', '%body: { text: string }');
    }
  }

  get #pipeKind(): PipeKind {
    const { pipe } = this.#plan;
    return pipe === 'none' || pipe === 'own' ? pipe : 'nest';
  }

  /** Whether a payload is checked by more than its type. */
  #isChecked({ payload, hasSchemaPipe }: HandlerPlan): boolean {
    return payload.isValidated === true || hasSchemaPipe;
  }

  #body(plan: HandlerPlan): string {
    const { payload, isAudited } = plan;
    const isChecked = this.#isChecked(plan);
    const { parameter } = writePayload(payload, this.#pipeKind, isChecked);
    const isUncovered =
      this.#plan.pipe === 'none' && payload.read !== undefined && !isChecked && !isAudited;
    return firesIf(isUncovered, 'require-validation-pipe/uncovered', parameter);
  }

  #classPipe(): string {
    const answers = "exceptionFactory: () => new $WsException('invalid')";
    switch (this.#plan.pipe) {
      case 'answering':
        return `new $ValidationPipe({ transform: true, ${answers} })`;
      case 'mute':
        return 'new $ValidationPipe({ transform: true })';
      case 'untransformed': {
        const pipe = `new $ValidationPipe({ ${answers} })`;
        const taking = this.#handlers.filter(hasPayload);
        const isIdle = taking.length > 0 && taking.every(takesBinary);
        return isIdle ? pipe : firesStrictly('require-validation-pipe/transform', pipe);
      }
      default:
        return '$WsValidationPipe';
    }
  }
}

function numbered(text: string, number: number): string {
  return text.replaceAll('#', String(number));
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
