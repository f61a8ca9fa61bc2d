import consistentErrorEvent from './consistent-error-event.ts';
import noAnyMessageBody from './no-any-message-body.ts';
import noClientChosenRoom from './no-client-chosen-room.ts';
import noConnectionAuthRace from './no-connection-auth-race.ts';
import noDeadSubscription from './no-dead-subscription.ts';
import noHttpExceptionFilter from './no-http-exception-filter.ts';
import noHttpInGateway from './no-http-in-gateway.ts';
import noInMemoryConnectionState from './no-in-memory-connection-state.ts';
import noInvalidGatewayArguments from './no-invalid-gateway-arguments.ts';
import noMisappliedPipe from './no-misapplied-pipe.ts';
import noMisspelledLifecycleHook from './no-misspelled-lifecycle-hook.ts';
import noMixedHandlerParameters from './no-mixed-handler-parameters.ts';
import noNamespaceServerMisuse from './no-namespace-server-misuse.ts';
import noReservedEvent from './no-reserved-event.ts';
import noReturnedException from './no-returned-exception.ts';
import noStateBeforeDisconnect from './no-state-before-disconnect.ts';
import noSyncInHandler from './no-sync-in-handler.ts';
import noThrowInLifecycleHook from './no-throw-in-lifecycle-hook.ts';
import noUnappliedEnhancer from './no-unapplied-enhancer.ts';
import noUnscopedBroadcast from './no-unscoped-broadcast.ts';
import noUnsupportedScope from './no-unsupported-scope.ts';
import preferClientData from './prefer-client-data.ts';
import preferUserRoom from './prefer-user-room.ts';
import preferWsException from './prefer-ws-exception.ts';
import requireConnectionAuth from './require-connection-auth.ts';
import requireDisconnectOnAuthFailure from './require-disconnect-on-auth-failure.ts';
import requireGatewayCorsFromEnv from './require-gateway-cors-from-env.ts';
import requireGatewayNamespace from './require-gateway-namespace.ts';
import requireHandleDisconnect from './require-handle-disconnect.ts';
import requireLifecycleInterface from './require-lifecycle-interface.ts';
import requireMessageBodyDto from './require-message-body-dto.ts';
import requireOriginCheck from './require-origin-check.ts';
import requireRedisAdapter from './require-redis-adapter.ts';
import requireRoomPrefix from './require-room-prefix.ts';
import requireValidationPipe from './require-validation-pipe.ts';
import requireWebsocketServer from './require-websocket-server.ts';
import requireWsExceptionFilter from './require-ws-exception-filter.ts';
import requireWsGuard from './require-ws-guard.ts';

/** Every rule, by its name. */
export const rules = {
  'consistent-error-event': consistentErrorEvent,
  'no-any-message-body': noAnyMessageBody,
  'no-client-chosen-room': noClientChosenRoom,
  'no-connection-auth-race': noConnectionAuthRace,
  'no-dead-subscription': noDeadSubscription,
  'no-http-exception-filter': noHttpExceptionFilter,
  'no-http-in-gateway': noHttpInGateway,
  'no-in-memory-connection-state': noInMemoryConnectionState,
  'no-invalid-gateway-arguments': noInvalidGatewayArguments,
  'no-misapplied-pipe': noMisappliedPipe,
  'no-misspelled-lifecycle-hook': noMisspelledLifecycleHook,
  'no-mixed-handler-parameters': noMixedHandlerParameters,
  'no-namespace-server-misuse': noNamespaceServerMisuse,
  'no-reserved-event': noReservedEvent,
  'no-returned-exception': noReturnedException,
  'no-state-before-disconnect': noStateBeforeDisconnect,
  'no-sync-in-handler': noSyncInHandler,
  'no-throw-in-lifecycle-hook': noThrowInLifecycleHook,
  'no-unapplied-enhancer': noUnappliedEnhancer,
  'no-unscoped-broadcast': noUnscopedBroadcast,
  'no-unsupported-scope': noUnsupportedScope,
  'prefer-client-data': preferClientData,
  'prefer-user-room': preferUserRoom,
  'prefer-ws-exception': preferWsException,
  'require-connection-auth': requireConnectionAuth,
  'require-disconnect-on-auth-failure': requireDisconnectOnAuthFailure,
  'require-gateway-cors-from-env': requireGatewayCorsFromEnv,
  'require-gateway-namespace': requireGatewayNamespace,
  'require-handle-disconnect': requireHandleDisconnect,
  'require-lifecycle-interface': requireLifecycleInterface,
  'require-message-body-dto': requireMessageBodyDto,
  'require-origin-check': requireOriginCheck,
  'require-redis-adapter': requireRedisAdapter,
  'require-room-prefix': requireRoomPrefix,
  'require-validation-pipe': requireValidationPipe,
  'require-websocket-server': requireWebsocketServer,
  'require-ws-exception-filter': requireWsExceptionFilter,
  'require-ws-guard': requireWsGuard,
};
