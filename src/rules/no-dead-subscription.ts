import { deadSubscriptions, hasSubscriptions } from '../gateway/declaration/subscription.ts';
import { GATEWAY_WORDS } from '../rule/create-gateway-rule.ts';
import { createRule } from '../rule/create-rule.ts';

/** What tells a gateway of what clients cannot send. */
const HOOK_OF = new Map([['disconnect', 'handleDisconnect']]);

export default createRule<
  'noGateway' | 'isStatic' | 'isProperty' | 'stacked' | 'pattern' | 'reserved'
>({
  name: 'no-dead-subscription',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow subscriptions that no message reaches',
      recommended: 'recommended',
    },
    messages: {
      noGateway:
        'This class is no gateway, so Nest binds none of its message handlers. Add `@WebSocketGateway()`, or make the class abstract if gateways extend it.',
      isStatic:
        'Nest binds methods of the instance, so no message reaches this one. Remove `static`.',
      isProperty:
        '`@SubscribeMessage()` on a property throws as soon as the file is loaded. Make it a method.',
      stacked:
        'Nest binds only the uppermost `@SubscribeMessage()` of a method, so messages of this event are lost. Give the event a method of its own.',
      pattern:
        "Nest makes of this the one event '{{event}}', which no client means. Name one event, as a string.",
      reserved:
        "Socket.IO keeps '{{event}}' to itself and no client can send it, so this subscription never fires. Remove it; `{{hook}}` is the hook that Nest calls.",
    },
  },
  mentions: GATEWAY_WORDS,
  concerns: hasSubscriptions,
  check({ file, report }) {
    for (const dead of deadSubscriptions(file)) {
      const { node } = dead;
      switch (dead.kind) {
        case 'no-gateway':
          report({ node, messageId: 'noGateway' });
          break;
        case 'static':
          report({ node, messageId: 'isStatic' });
          break;
        case 'property':
          report({ node, messageId: 'isProperty' });
          break;
        case 'stacked':
          report({ node, messageId: 'stacked' });
          break;
        case 'pattern':
          report({ node, messageId: 'pattern', data: { event: dead.event } });
          break;
        case 'reserved': {
          const hook = HOOK_OF.get(dead.event) ?? 'handleConnection';
          report({ node, messageId: 'reserved', data: { event: dead.event, hook } });
        }
      }
    }
  },
});
