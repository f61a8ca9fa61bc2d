import { readCors, type Cors } from '../gateway/cors.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

interface Options {
  missing: 'report' | 'ignore';
  allow: readonly string[];
}

type MessageIds =
  | 'missing'
  | 'originOutside'
  | 'notAnObject'
  | 'noOrigin'
  | 'wildcard'
  | 'credentials'
  | 'wildcardFallback'
  | 'wildcardInList'
  | 'comma'
  | 'hardCoded';

const MESSAGE_OF: Readonly<Record<Exclude<Cors['kind'], 'unobjectionable'>, MessageIds>> = {
  absent: 'missing',
  'origin-outside': 'originOutside',
  'not-an-object': 'notAnObject',
  'no-origin': 'noOrigin',
  wildcard: 'wildcard',
  reflected: 'wildcard',
  'wildcard-fallback': 'wildcardFallback',
  'wildcard-in-list': 'wildcardInList',
  comma: 'comma',
  literal: 'hardCoded',
};

export default createGatewayRule<MessageIds, Options>({
  name: 'require-gateway-cors-from-env',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require the origins that may poll a gateway to come from the environment',
      recommended: 'recommended',
      cwe: ['CWE-942'],
      asvs: ['v5.0.0-3.4.2'],
    },
    options: {
      missing: {
        enum: ['report', 'ignore'],
        description: 'What to do about a gateway that says nothing about `cors`.',
      },
      allow: {
        type: 'array',
        items: { type: 'string' },
        uniqueItems: true,
        description: 'Origins that may be written out.',
      },
    },
    defaultOptions: { missing: 'report', allow: [] },
    messages: {
      missing:
        'Without `cors` no page of another origin can poll this gateway. State the intent: read the origins from the environment, or write `cors: false`.',
      originOutside:
        'An `origin` outside `cors` is ignored, so no page of another origin can poll this gateway. Move it into `cors: { … }`.',
      notAnObject:
        'Anything truthy that is no object opens this gateway to every origin. Write `cors: { origin: … }` and read the origin from the environment.',
      noOrigin:
        'A `cors` object without `origin` opens this gateway to every origin. Read `origin` from the environment.',
      wildcard:
        'This `origin` opens the gateway to every origin. Read the allowed origins from the environment.',
      credentials:
        'With `credentials: true` an `origin` that accepts everyone lets every page that a user visits act as that user, or is refused by the browser. Read the allowed origins from the environment.',
      wildcardFallback:
        'When the variable is not set, or not set yet, this opens the gateway to every origin. Leave the fallback out: an unset origin closes.',
      wildcardInList:
        "In a list '*' is compared as text and matches no origin. Read the allowed origins from the environment.",
      comma:
        'This text is compared as one origin and matches none. Split it into a list, read from the environment.',
      hardCoded:
        'Hard-coded origins make every environment accept the same pages. Read them from the environment.',
    },
  },
  check({ gateway, options, report }) {
    if (gateway.platform === 'ws') return;
    const cors = readCors(gateway);
    const { kind, node } = cors;
    if (kind === 'unobjectionable' || (kind === 'absent' && options.missing === 'ignore')) return;
    const isWritten = kind === 'literal' || kind === 'comma';
    if (isWritten && cors.literals.every((origin) => options.allow.includes(origin))) return;
    const isOpen = kind === 'wildcard' || kind === 'reflected' || kind === 'wildcard-fallback';
    report({
      node,
      messageId: isOpen && cors.hasCredentials ? 'credentials' : MESSAGE_OF[kind],
    });
  },
});
