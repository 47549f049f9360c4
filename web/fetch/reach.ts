import { ADDRCONFIG } from "node:dns";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { ok, type Result } from "#domain/result.ts";
import { refusalOf, spelled } from "./address.ts";
import { unlessStopped } from "./exchange.ts";
import { type FetchFault, failed, failedBy } from "./fault.ts";
import type { FetchPolicy } from "./policy.ts";
import type { Target } from "./target.ts";

/** How a host's addresses are found and one of them is called: the machine's own ways, save in a test. */
export interface Network {
  /** Every address of a host name. */
  resolve(host: string): Promise<readonly string[]>;
  /** Begins to connect to an address, which is never a name. */
  dial(address: string, port: number): Socket;
}

/** Asks what the machine itself would ask, its hosts file included: another way might be told other addresses. */
export const MACHINE: Network = {
  resolve: async (host) =>
    (await lookup(host, { all: true, hints: ADDRCONFIG })).map(({ address }) => address),
  dial: (address, port) => connect({ host: address, port }),
};

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
async function connectTo(
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

/** More than any honest host has; the rest is not tried, but checked as well. */
const MOST_TRIED = 4;

/** Every address of the target, asked for once. One that is refused refuses them all. */
async function addressesOf(
  target: Target,
  policy: FetchPolicy,
  network: Network,
  stop: AbortSignal,
): Promise<Result<readonly string[], FetchFault>> {
  const { host, url } = target;
  let found: readonly string[];
  try {
    found = target.isLiteral ? [host] : await unlessStopped(network.resolve(host), stop);
  } catch (error) {
    return failedBy(error, "no-such-host", url.href);
  }
  const addresses: string[] = [];
  for (const address of found) {
    const refusal = refusalOf(address, policy);
    if (refusal !== null) return failed("address-refused", url.href, refusal);
    addresses.push(spelled(address) ?? address);
  }
  return addresses.length > 0 ? ok(addresses) : failed("no-such-host", url.href);
}

/**
 * Opens a connection to a target: to one of its addresses, all of which were checked just before. They are tried in
 * turn while they do not answer, each with its share of the time.
 */
export async function reach(target: Target, policy: FetchPolicy, network: Network, stop: AbortSignal) {
  const { connectMs } = policy.limits;
  const inTime = AbortSignal.any([stop, AbortSignal.timeout(connectMs)]);
  const addresses = await addressesOf(target, policy, network, inTime);
  if (!addresses.ok) return addresses;
  const tried = addresses.value.slice(0, MOST_TRIED);
  let reached: Awaited<ReturnType<typeof connectTo>> = failed("not-reached", target.url.href);
  for (const address of tried) {
    const share = AbortSignal.any([inTime, AbortSignal.timeout(connectMs / tried.length)]);
    reached = await connectTo(target, address, network, share);
    if (reached.ok || inTime.aborted) return reached;
    if (reached.error.code !== "not-reached" && reached.error.code !== "too-slow") return reached;
  }
  return reached;
}
