import { isFunction } from '../ast/functions.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { handshakeReads, headerReads } from '../gateway/handshake-reads.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

export default createGatewayRule({
  name: 'require-origin-check',
  meta: {
    type: 'problem',
    docs: {
      description: 'Require a gateway that trusts cookies to check where a client comes from',
      recommended: 'strict',
      cwe: ['CWE-1385', 'CWE-346'],
      asvs: ['v5.0.0-4.4.2'],
    },
    messages: {
      unchecked:
        'A browser sends this cookie for every page that opens a websocket here, and `cors` does not stop a websocket. Check the origin in `allowRequest`, or compare `headers.origin`.',
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws' || !gateway.isWhole || gateway.hasUnknownDecorator) return;
    const [cookie] = headerReads(gateway, 'cookie');
    if (!cookie || handshakeReads(gateway).length === 0) return;
    if (headerReads(gateway, 'origin').length > 0 || isCheckedByServer(gateway)) return;
    report({ node: cookie, messageId: 'unchecked' });
  },
});

/** `allowRequest`, or an `origin` that may be a function, which can refuse a websocket as well. */
function isCheckedByServer(gateway: Gateway): boolean {
  if (gateway.option('allowRequest').kind !== 'absent') return true;
  const cors = gateway.option('cors');
  if (cors.kind !== 'value') return cors.kind === 'unknown';
  if (cors.value.type !== 'ObjectExpression') return cors.value.type !== 'Literal';
  const origin = gateway.file.option(cors.value, 'origin');
  if (origin.kind !== 'value') return origin.kind === 'unknown';
  return isFunction(origin.value) || origin.value.type === 'Identifier';
}
