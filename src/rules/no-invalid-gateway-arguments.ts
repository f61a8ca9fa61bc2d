import { argumentFaults, type ArgumentFault } from '../gateway/arguments/gateway-arguments.ts';
import { createGatewayRule } from '../rule/create-gateway-rule.ts';

type MessageIds =
  | 'textPort'
  | 'textPortWithOptions'
  | 'noPortWithOptions'
  | 'envPortWithOptions'
  | 'portInOptions'
  | 'afterOptions';

const MESSAGE_OF: Readonly<Record<ArgumentFault['kind'], MessageIds>> = {
  'text-port': 'textPort',
  'text-port-with-options': 'textPortWithOptions',
  'no-port-with-options': 'noPortWithOptions',
  'env-port-with-options': 'envPortWithOptions',
  'port-in-options': 'portInOptions',
  'after-options': 'afterOptions',
};

export default createGatewayRule<MessageIds>({
  name: 'no-invalid-gateway-arguments',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow arguments of a gateway that Nest ignores',
      recommended: 'recommended',
    },
    messages: {
      textPort:
        'Nest takes integers only for a port, so this text is ignored and the gateway listens on the port of the HTTP server. Pass a number, or an options object.',
      textPortWithOptions:
        'Nest takes integers only for a port, so this text is ignored, and all options after it with it. Pass a number, or the options alone.',
      noPortWithOptions:
        'Without a port in front Nest drops all options after it. Pass the options alone.',
      envPortWithOptions:
        'When the variable is unset or no integer, Nest drops all options after it. Give it a fallback: `Number(process.env.PORT) || 0` keeps the port of the HTTP server.',
      portInOptions:
        'A `port` among the options is ignored, and the gateway listens on the port of the HTTP server. Pass it as the first argument, before the options.',
      afterOptions:
        'Nest ignores what comes after the options. Pass the port first and the options second.',
    },
  },
  check({ gateway, report }) {
    for (const { kind, node } of argumentFaults(gateway)) {
      report({ node, messageId: MESSAGE_OF[kind] });
    }
  },
});
