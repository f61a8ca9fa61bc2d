import type { TSESTree } from '@typescript-eslint/utils';
import { isNamed, keyName, memberName } from '../../ast/names.ts';
import { skipWrappers } from '../../ast/skip-wrappers.ts';
import type { Collection, Fill } from './connection-state.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobalNamed } from '../globals.ts';
import type { NestFile } from '../nest-file.ts';
import { isConstant } from './per-connection.ts';
import type { ClientCode } from './reach.ts';

/** `userId`, `chatRoom`, `socket_id`, `username`: what names a client, a user or a room. */
const SUBJECT =
  /(?:client|connection|member|participant|player|room|socket|user)(?:_?(?:code|id|key|name|uuid))?$/i;

/** `users`, `userSockets`, `roomMap`, `playersById`: what holds many of them. */
const SUBJECTS =
  /(?:client|connection|member|participant|player|room|socket|user)s?(?:_?by\w|(?:_?(?:ids?|list|map|set))?$)/i;

/**
 * The collections of a gateway, in a field or a variable of the module, that hold an entry per
 * client, user or room, each with the first place that puts one in: what other instances of the
 * application would have to know as well. One that is keyed by anything else is a cache, and a timer
 * runs in its own process alone.
 */
export function sharedState(gateway: Gateway): ReadonlyMap<Collection['node'], Fill> {
  const found = new Map<Collection['node'], Fill>();
  for (const fill of gateway.state.fills) {
    const { node } = fill.collection;
    if (!found.has(node) && isPerSubject(fill, gateway.file)) found.set(node, fill);
  }
  return found;
}

function isPerSubject(fill: Fill, file: NestFile): boolean {
  const { code, form, key, parts, collection } = fill;
  if (isConstant(file.resolve(key)) || parts.some((part) => isTimer(part, file))) return false;
  if (SUBJECTS.test(collection.name)) return true;
  if (form !== 'map') return parts.some((part) => isEntryOfClient(part, code, file));
  return (
    isKeyOfClient(key, code, file) ||
    namesSubject(key) ||
    parts.some((part) => isOfClient(part, code, file))
  );
}

const TIMERS = new Set(['setImmediate', 'setInterval', 'setTimeout']);

function isTimer(node: TSESTree.Node, file: NestFile): boolean {
  const value = file.resolve(node);
  return value.type === 'CallExpression' && isGlobalNamed(value.callee, TIMERS, file);
}

/** A list of messages names their authors and is no state of theirs; a list of clients is. */
function isEntryOfClient(node: TSESTree.Node, code: ClientCode, file: NestFile): boolean {
  const value = file.resolve(node);
  if (value.type === 'ObjectExpression') {
    return value.properties.some(
      (property) =>
        property.type === 'Property' &&
        isNamed(keyName(property), /^(?:id|(?:client|socket)(?:_?id)?)$/i) &&
        isOfClient(property.value, code, file),
    );
  }
  return isOfClient(value, code, file) || namesSubject(node);
}

/**
 * Whether a key is made from the client. While a client connects, everything is that is read from
 * it; later a call with the client may as well give something that belongs to all.
 */
function isKeyOfClient(key: TSESTree.Node, code: ClientCode, file: NestFile): boolean {
  if (code.entry.method.name === 'handleConnection') return code.client.mentions(key);
  return file.routine(key).identifiers.some((name) => isOfClient(name, code, file));
}

/** Whether an expression is the client or a part of it, under whatever name. */
function isOfClient(node: TSESTree.Node, code: ClientCode, file: NestFile, depth = 4): boolean {
  const value = skipWrappers(node);
  if (value.type === 'MemberExpression') return isOfClient(value.object, code, file, depth);
  if (value.type !== 'Identifier' || depth === 0) return false;
  const variable = file.bindings.variable(value);
  if (!variable || !code.client.variables.has(variable)) return false;
  return variable.defs.some((definition) =>
    definition.node.type === 'VariableDeclarator'
      ? definition.node.init && isOfClient(definition.node.init, code, file, depth - 1)
      : definition.node === code.routine.root,
  );
}

/** Whether an expression goes by the name of a client, a user or a room. */
function namesSubject(node: TSESTree.Node): boolean {
  const value = skipWrappers(node);
  switch (value.type) {
    case 'Identifier':
      return SUBJECT.test(value.name);
    case 'MemberExpression': {
      const name = memberName(value);
      return isNamed(name, SUBJECT) || (name === 'id' && namesSubject(value.object));
    }
    case 'TemplateLiteral':
      return value.expressions.some(namesSubject) || value.quasis.some(endsInSubject);
    default:
      return false;
  }
}

/** `room:` of a template `room:${id}`. */
function endsInSubject({ value: { raw } }: TSESTree.TemplateElement): boolean {
  return SUBJECT.test(raw.replace(/[:._/-]$/, ''));
}
