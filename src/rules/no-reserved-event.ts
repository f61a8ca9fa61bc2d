import { isEmit, socketCalls } from '../gateway/sockets/emit.ts';
import { reservedEvent, returnedEvents } from '../gateway/sockets/reserved-event.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'no-reserved-event',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow sending events under names that Socket.IO keeps for itself',
      recommended: 'recommended',
      cwe: ['CWE-248'],
    },
    messages: {
      emitted:
        "Socket.IO keeps '{{event}}' for itself, so this throws instead of sending anything. Give the event another name.",
      returned:
        "Socket.IO keeps '{{event}}' for itself, so it throws as Nest sends this response, which ends the process. Give the event another name.",
    },
  },
  check({ gateway, file, report }) {
    if (gateway.platform === 'ws') return;
    for (const call of socketCalls(gateway.class, file)) {
      const [node] = call.node.arguments;
      if (!node || !call.socket || !isEmit(call)) continue;
      const event = reservedEvent(node, file);
      if (event !== undefined) report({ node, messageId: 'emitted', data: { event } });
    }
    for (const node of gateway.handlers.flatMap((handler) => returnedEvents(handler))) {
      const event = reservedEvent(node, file);
      if (event !== undefined) report({ node, messageId: 'returned', data: { event } });
    }
  },
});
