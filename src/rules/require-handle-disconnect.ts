import type { Fixer, SourceCode } from '../ast/types.ts';
import { implementsOf } from '../ast/implements.ts';
import { calleeName, isNamed, receiver, thisProperty } from '../ast/names.ts';
import { addInterface } from '../fix/add-interface.ts';
import { addMember } from '../fix/add-member.ts';
import { importInterfaces } from '../fix/import-interfaces.ts';
import {
  cleansUpOnSocket,
  handsClientToUnseen,
  leakedResources,
} from '../gateway/connection/connection-resources.ts';
import type { Fill } from '../gateway/connection/connection-state.ts';
import { misspelledHooks } from '../gateway/declaration/hook-spelling.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { mayHideHook } from '../gateway/connection/hidden-hook.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  always: boolean;
}

const KINDS = {
  interval: ['An interval', 'Clear it'],
  listener: ['A listener', 'Remove it'],
  subscription: ['A subscription', 'Unsubscribe'],
} as const;

export default createGatewayRule<
  'leaks' | 'missing' | 'neverShrunk' | 'neverEnded' | 'addHook',
  Options
>({
  name: 'require-handle-disconnect',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require what a gateway keeps per connection to go when the client goes',
      recommended: 'recommended',
      cwe: ['CWE-401', 'CWE-772'],
    },
    hasSuggestions: true,
    options: {
      always: {
        type: 'boolean',
        description: 'Whether `handleConnection` always asks for `handleDisconnect`.',
      },
    },
    defaultOptions: { always: true },
    messages: {
      leaks:
        "'{{what}}' gains entries as clients come and keeps them when they leave, so it grows until the process ends. Add handleDisconnect and remove the entry there.",
      missing:
        'This gateway is told when a client comes, but not when it leaves. Add handleDisconnect, and undo there what handleConnection leaves behind.',
      neverShrunk:
        "'{{what}}' gains entries as clients come and handleDisconnect leaves them there, so it grows until the process ends. Remove the entry in handleDisconnect.",
      neverEnded:
        '{{what}} is started here for each client and outlives its connection, so they add up until the process ends. {{repair}} in handleDisconnect.',
      addHook: 'Add handleDisconnect, its interface and its import.',
    },
  },
  check({ gateway, sourceCode, options, report }) {
    if (!gateway.isWhole || mayHideHook(gateway, 'handleDisconnect') || cleansUpOnSocket(gateway))
      return;
    const hasHook = gateway.hook('handleDisconnect') !== undefined;
    const isMisspelt = misspelledHooks(gateway).some(({ hook }) => hook === 'handleDisconnect');
    const suggest = (fill?: Fill) =>
      hasHook || isMisspelt
        ? []
        : [{ messageId: 'addHook' as const, fix: addHook(gateway, sourceCode, fill) }];

    const resources = leakedResources(gateway);
    for (const { kind, node } of resources) {
      const [what, repair] = KINDS[kind];
      const data = { what, repair };
      report({ node: node.callee, messageId: 'neverEnded', data, suggest: suggest() });
    }

    const leaks = [...gateway.state.perConnection].filter(([, fill]) => {
      return !gateway.state.isEmptied(fill);
    });
    for (const [{ name: what }, fill] of hasHook ? leaks : leaks.slice(0, 1)) {
      report({
        node: fill.node.type === 'CallExpression' ? fill.node.callee : fill.node.left,
        messageId: hasHook ? 'neverShrunk' : 'leaks',
        data: { what },
        suggest: suggest(fill),
      });
    }

    const connection = gateway.hook('handleConnection');
    if (!connection || hasHook || !options.always || leaks.length + resources.length > 0) return;
    if (handsClientToUnseen(gateway)) return;
    const isOwn = gateway.hooks.some(({ method }) => method === connection.method);
    report({
      node: isOwn ? connection.head : gateway.head,
      messageId: 'missing',
      suggest: suggest(),
    });
  },
});

/** Adds the hook, with what it is handed where the file says so, and undoes a simple fill. */
function addHook(gateway: Gateway, sourceCode: SourceCode, fill?: Fill) {
  const { file, class: model } = gateway;
  const entry = fill?.code.entry ?? gateway.hook('handleConnection');
  const client = entry && ('subject' in entry ? entry.subject : entry.socket);
  const name = client?.pattern.type === 'Identifier' ? client.pattern.name : 'client';
  const type = client?.annotation && sourceCode.getText(client.annotation);
  const undo = type && fill ? undoing(fill, name, sourceCode) : undefined;
  const head = `handleDisconnect(${type ? name + type : ''}) {`;
  const member = undo ? [head, `  ${undo}`, '}'] : [`${head}}`];
  const isDeclared = implementsOf(model.node).some(
    ({ expression }) => file.bindings.importOf(expression)?.name === 'OnGatewayDisconnect',
  );
  const needed = isDeclared
    ? undefined
    : importInterfaces('@nestjs/websockets', ['OnGatewayDisconnect'], sourceCode);
  return (fixer: Fixer) => [
    ...(needed?.apply(fixer) ?? []),
    ...(needed?.texts ?? []).flatMap((text) => addInterface(model.node, text, fixer, sourceCode)),
    addMember(model.node, member, fixer, sourceCode),
  ];
}

const KEYED: ReadonlySet<string> = new Set(['set', 'add']);

/** `this.clients.delete(client.id);` for an entry whose key is read from the client as it stands. */
function undoing({ node, key, code }: Fill, client: string, sourceCode: SourceCode) {
  if (node.type !== 'CallExpression' || !isNamed(calleeName(node), KEYED)) {
    return undefined;
  }
  // A longer path may lead nowhere for a client that was never let in.
  const path = code.call ? undefined : code.paths.of(key);
  if (path === undefined || path.length > 2) return undefined;
  const owner = receiver(node);
  const text = sourceCode.getText(key);
  const isReadFrom = text === client || text.startsWith(`${client}.`);
  return owner && thisProperty(owner) && isReadFrom
    ? `${sourceCode.getText(owner)}.delete(${text});`
    : undefined;
}
