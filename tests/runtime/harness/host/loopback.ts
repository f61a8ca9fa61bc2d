import { Server, type AddressInfo } from 'node:net';

/** The servers that listen now, by the port they asked for. */
export const listening = new Map<number, Server>();

/**
 * A gateway with a port of its own listens on all interfaces, and on a port that another process may
 * hold. Here every server listens on 127.0.0.1 and a free port, and is remembered by what it asked for.
 */
export function keepToLoopback(): void {
  const listen: unknown = Reflect.get(Server.prototype, 'listen');
  if (typeof listen !== 'function') throw new TypeError('net.Server has no listen');
  Reflect.set(Server.prototype, 'listen', function (this: Server, ...args: readonly unknown[]) {
    const asked = portOf(args[0]);
    const callback = args.findLast((arg) => typeof arg === 'function');
    this.once('listening', () => listening.set(asked, this));
    this.once('close', () => listening.delete(asked));
    const options = { host: '127.0.0.1', port: 0 };
    return Reflect.apply(listen, this, callback === undefined ? [options] : [options, callback]);
  });
}

export function actualPorts(): Record<number, number> {
  const ports = [...listening].map(([asked, server]) => {
    const address = server.address() as AddressInfo;
    return [asked, address.port] as const;
  });
  return Object.fromEntries(ports);
}

/** Resolves once no client is connected any more, so that every disconnect has been handled. */
export async function noConnections(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const open = await Promise.all([...listening.values()].map(countConnections));
    if (open.every((count) => count === 0)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('A client stayed connected for three seconds');
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

function portOf(listenArgument: unknown): number {
  const asked =
    typeof listenArgument === 'object' && listenArgument !== null && 'port' in listenArgument
      ? listenArgument.port
      : listenArgument;
  return Number(asked) || 0;
}
