import { literalString } from '../../ast/names.ts';
import type { Gateway } from '../gateway.ts';
import { isGlobalNamed } from '../globals.ts';

/** What a gateway's `namespace` option makes of its server. */
export type NamespaceKind =
  /** None, `''` or `'/'`: the server is Socket.IO's `Server`. */
  | 'root'
  /** A name: the server is that one `Namespace`. */
  | 'named'
  /** A regular expression: the server is the `ParentNamespace` of all that match. */
  | 'regexp'
  /** The file does not say. */
  | 'unknown';

/** Reads the `namespace` option: the adapter hands Nest `server.of(namespace)` when it is truthy. */
export function namespaceKind(gateway: Gateway): NamespaceKind {
  const option = gateway.option('namespace');
  if (option.kind !== 'value') return option.kind === 'absent' ? 'root' : 'unknown';
  const { value } = option;
  switch (value.type) {
    case 'Literal':
      if ('regex' in value) return 'regexp';
      if (typeof value.value !== 'string') return value.value === null ? 'root' : 'unknown';
      return isRoot(value.value) ? 'root' : 'named';
    case 'TemplateLiteral':
      return isRoot(literalString(value)) ? 'root' : 'named';
    case 'NewExpression':
      return isGlobalNamed(value.callee, 'RegExp', gateway.file) ? 'regexp' : 'unknown';
    default:
      return 'unknown';
  }
}

function isRoot(name: string | undefined): boolean {
  return name === '' || name === '/';
}
