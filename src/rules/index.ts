import noAnyMessageBody from './no-any-message-body.ts';
import noDeadSubscription from './no-dead-subscription.ts';
import noHttpInGateway from './no-http-in-gateway.ts';
import noInMemoryConnectionState from './no-in-memory-connection-state.ts';
import noInvalidGatewayArguments from './no-invalid-gateway-arguments.ts';
import noMisspelledLifecycleHook from './no-misspelled-lifecycle-hook.ts';
import noSyncInHandler from './no-sync-in-handler.ts';
import noUnsupportedScope from './no-unsupported-scope.ts';
import requireGatewayCorsFromEnv from './require-gateway-cors-from-env.ts';
import requireGatewayNamespace from './require-gateway-namespace.ts';
import requireHandleDisconnect from './require-handle-disconnect.ts';
import requireLifecycleInterface from './require-lifecycle-interface.ts';
import requireRedisAdapter from './require-redis-adapter.ts';
import requireValidationPipe from './require-validation-pipe.ts';

/** Every rule, by its name. */
export const rules = {
  'no-any-message-body': noAnyMessageBody,
  'no-dead-subscription': noDeadSubscription,
  'no-http-in-gateway': noHttpInGateway,
  'no-in-memory-connection-state': noInMemoryConnectionState,
  'no-invalid-gateway-arguments': noInvalidGatewayArguments,
  'no-misspelled-lifecycle-hook': noMisspelledLifecycleHook,
  'no-sync-in-handler': noSyncInHandler,
  'no-unsupported-scope': noUnsupportedScope,
  'require-gateway-cors-from-env': requireGatewayCorsFromEnv,
  'require-gateway-namespace': requireGatewayNamespace,
  'require-handle-disconnect': requireHandleDisconnect,
  'require-lifecycle-interface': requireLifecycleInterface,
  'require-redis-adapter': requireRedisAdapter,
  'require-validation-pipe': requireValidationPipe,
};
