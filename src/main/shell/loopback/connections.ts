import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Bounds how many connections the server holds. When one too many comes, the one that has been quiet longest gives way,
 * one that never asked for anything first; only if each is being answered is the new one turned away. So other
 * programs that hold connections open cannot keep the owner out, as `server.maxConnections` would let them.
 */
export const boundConnections = (server: Server, most: number): void => {
  // in the order of their last activity: a Set keeps the order of insertion
  const silent = new Set<Socket>();
  const quiet = new Set<Socket>();
  const answering = new Map<Socket, number>();
  const first = (sockets: ReadonlySet<Socket>): Socket | undefined => sockets.values().next().value;

  server.on('connection', (socket) => {
    if (silent.size + quiet.size + answering.size >= most) {
      const leaving = first(silent) ?? first(quiet) ?? socket;
      silent.delete(leaving);
      quiet.delete(leaving);
      leaving.destroy();
      if (leaving === socket) return;
    }
    silent.add(socket);
    socket.once('close', () => {
      silent.delete(socket);
      quiet.delete(socket);
      answering.delete(socket);
    });
  });
  server.on('request', ({ socket }, response) => {
    silent.delete(socket);
    quiet.delete(socket);
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (answering.get(socket) ?? 1) - 1;
      if (left > 0) answering.set(socket, left);
      else {
        answering.delete(socket);
        if (!socket.destroyed) quiet.add(socket);
      }
    });
  });
};
