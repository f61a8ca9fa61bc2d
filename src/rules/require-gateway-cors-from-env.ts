import { readCors, type Cors } from '../gateway/arguments/cors.ts';
import { createRule } from '../rule/create-rule.ts';
import { GATEWAY_WORDS } from '../rule/create-gateway-rule.ts';

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
  | 'reflected'
  | 'wildcardWithCredentials'
  | 'reflectedWithCredentials'
  | 'wildcardFallback'
  | 'wildcardInList'
  | 'comma'
  | 'hardCoded'
  | 'hardCodedInList';

export default createRule<MessageIds, Options>({
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
        'Unless an adapter or an earlier gateway sets `cors`, no page of another origin can poll this gateway. State the intent: read the origins from the environment, or write `cors: false`.',
      originOutside:
        'Nest ignores an `origin` outside `cors`, so no page of another origin can poll this gateway. Move it into `cors: { … }`.',
      notAnObject:
        'Any truthy value that is no object opens this gateway to every origin. Write `cors: { origin: … }` and read the origin from the environment.',
      noOrigin:
        'Without `origin`, `cors` opens this gateway to every origin. Read `origin` from the environment.',
      wildcard:
        'This origin opens the gateway to every origin. Read the allowed origins from the environment.',
      reflected:
        'This origin allows whichever origin asks. Read the allowed origins from the environment.',
      wildcardWithCredentials:
        "This opens the gateway to every origin, and browsers refuse '*' together with `credentials: true`. Read the allowed origins from the environment.",
      reflectedWithCredentials:
        'With `credentials: true` this allows whichever origin asks to poll with the cookies of its visitor. Read the allowed origins from the environment.',
      wildcardFallback:
        'This fallback opens the gateway to every origin whenever it is taken, as when the variable is not set yet. Leave it out: an unset origin closes the gateway.',
      wildcardInList:
        "In a list '*' is compared as text and allows no origin. Read the allowed origins from the environment.",
      comma:
        'This text is compared as one origin and allows none of them. Split it into a list, read from the environment.',
      hardCoded:
        'Hard-coded origins ({{origins}}) keep the frontend of every other environment from polling. Read them from the environment.',
      hardCodedInList:
        'Hard-coded origins ({{origins}}) may poll in every environment. Read all of the list from the environment.',
    },
  },
  mentions: GATEWAY_WORDS,
  concerns: ({ gateways }) => gateways.length > 0,
  check({ file, options, report }) {
    // Gateways may share the constant that holds their options: that is one finding.
    const reported = new Set<Cors['node']>();
    for (const gateway of file.gateways) {
      if (gateway.platform === 'ws') continue;
      const { kind, node, hasCredentials, literals } = readCors(gateway);
      const origins = literals.filter((origin) => !options.allow.includes(origin));
      const messageId = messageOf(kind, hasCredentials);
      if (messageId === undefined || reported.has(node)) continue;
      if (messageId === 'missing' && options.missing === 'ignore') continue;
      const isHardCoded = messageId === 'hardCoded' || messageId === 'hardCodedInList';
      if (isHardCoded && origins.length === 0) continue;
      reported.add(node);
      report({ node, messageId, data: isHardCoded ? { origins: origins.join(', ') } : {} });
    }
  },
});

function messageOf(kind: Cors['kind'], hasCredentials: boolean): MessageIds | undefined {
  switch (kind) {
    case 'unobjectionable':
      return undefined;
    case 'wildcard':
      return hasCredentials ? 'wildcardWithCredentials' : 'wildcard';
    case 'reflected':
      return hasCredentials ? 'reflectedWithCredentials' : 'reflected';
    default:
      return MESSAGES[kind];
  }
}

const MESSAGES = {
  absent: 'missing',
  'origin-outside': 'originOutside',
  'not-an-object': 'notAnObject',
  'no-origin': 'noOrigin',
  'wildcard-fallback': 'wildcardFallback',
  'wildcard-in-list': 'wildcardInList',
  comma: 'comma',
  literal: 'hardCoded',
  'literal-in-list': 'hardCodedInList',
} as const;
