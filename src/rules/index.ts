import noAnyMessageBody from './no-any-message-body.ts';
import noHttpInGateway from './no-http-in-gateway.ts';
import requireGatewayCorsFromEnv from './require-gateway-cors-from-env.ts';
import requireHandleDisconnect from './require-handle-disconnect.ts';
import requireValidationPipe from './require-validation-pipe.ts';

/** Every rule, by its name. */
export const rules = {
  'no-any-message-body': noAnyMessageBody,
  'no-http-in-gateway': noHttpInGateway,
  'require-gateway-cors-from-env': requireGatewayCorsFromEnv,
  'require-handle-disconnect': requireHandleDisconnect,
  'require-validation-pipe': requireValidationPipe,
};
