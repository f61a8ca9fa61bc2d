import type { DefaultEventsMap, Socket } from 'socket.io';

import type { User } from '../domain/user';

/** A client that has passed the middleware in `afterInit`. */
export type ChatSocket = Socket<
  DefaultEventsMap,
  DefaultEventsMap,
  DefaultEventsMap,
  { user: User }
>;
