import { once } from "node:events";
import type { Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { ok, type Result } from "../../domain/result.ts";
import { spelled } from "./address.ts";
import { type FetchFault, failed, failedBy } from "./fault.ts";
import type { Network } from "./network.ts";
import type { Target } from "./target.ts";

const ignore = () => undefined;

/** A certificate is asked for by the host's name, and checked even where the environment turns that off. */
async function secure(socket: Socket, { host, isLiteral }: Target, stop: AbortSignal): Promise<Socket> {
  const tls = connectTls({
    socket,
    host,
    servername: isLiteral ? "" : host,
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: true,
  });
  tls.on("error", ignore);
  await once(tls, "secureConnect", { signal: stop });
  return tls;
}

/**
 * Connects to one checked address and makes sure that it is the one at the other end, before a byte is sent.
 *
 * @param address as `spelled` writes it
 */
export async function connectTo(
  target: Target,
  address: string,
  network: Network,
  stop: AbortSignal,
): Promise<Result<Socket, FetchFault>> {
  const { href } = target.url;
  const socket = network.dial(address, target.port);
  // An error is seen by whoever waits for the socket; one that comes when nobody does must not end the process.
  socket.on("error", ignore);
  let isConnected = false;
  try {
    await once(socket, "connect", { signal: stop });
    isConnected = true;
    if (spelled(socket.remoteAddress ?? "") !== address) {
      socket.destroy();
      return failed("address-refused", href, "connected to another address");
    }
    return ok(target.isSecure ? await secure(socket, target, stop) : socket);
  } catch (error) {
    socket.destroy();
    return failedBy(stop.aborted ? stop.reason : error, isConnected ? "tls-refused" : "not-reached", href);
  }
}
