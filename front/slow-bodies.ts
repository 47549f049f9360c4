import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";

/** How long the head of a request may take, and a body that brings nothing. */
const PATIENCE_MS = 10_000;
/** A body may take longer for what it has brought: a text of 5 MB over a poor line. */
const BYTES_PER_MS = 16;
const LONGEST_MS = 6 * 60_000;
const LOOK_EVERY_MS = 1_000;

/** Whether a body has taken too long for what of it has come. */
export const isTooSlow = (sinceMs: number, bytes: number): boolean =>
  sinceMs > PATIENCE_MS + bytes / BYTES_PER_MS;

/** Ends what takes its time to ask: heads, which the server itself looks after, and idle connections. */
export function limitHeads(server: Server): void {
  server.headersTimeout = PATIENCE_MS;
  server.requestTimeout = LONGEST_MS;
  // Read when it begins to listen, and in no type: how often it looks.
  Reflect.set(server, "connectionsCheckingInterval", LOOK_EVERY_MS);
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * Ends the connection of a request whose body does not come.
 *
 * @param late tells it so
 */
export function limitBody(request: IncomingMessage, late: (socket: Socket) => void): void {
  if (!hasBody(request)) return;
  const { socket } = request;
  const begun = performance.now();
  const before = socket.bytesRead;
  const timer = setInterval(() => {
    if (request.complete || socket.destroyed) clearInterval(timer);
    else if (isTooSlow(performance.now() - begun, socket.bytesRead - before)) {
      clearInterval(timer);
      late(socket);
      // Whoever does not read our answer either is not waited for.
      setTimeout(() => socket.destroy(), LOOK_EVERY_MS).unref();
    }
  }, LOOK_EVERY_MS);
  timer.unref();
}
