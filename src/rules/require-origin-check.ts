import { headerReads, readsHandshake } from '../gateway/connection/handshake-reads.ts';
import { mayCheckOrigin } from '../gateway/arguments/origin-check.ts';
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
        'A foreign page can open a websocket here that carries this cookie, and `cors` does not stop it. Check the origin in `allowRequest`, or compare `headers.origin`.',
    },
  },
  check({ gateway, report }) {
    if (gateway.platform === 'ws' || !readsHandshake(gateway)) return;
    const [cookie] = headerReads(gateway, 'cookie');
    if (cookie && !mayCheckOrigin(gateway)) report({ node: cookie, messageId: 'unchecked' });
  },
});
