import { once } from "node:events";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import type { Network } from "#web/fetch/reach.ts";
import { afterEachFile } from "../after-file.ts";

const sockets = new Set<Socket>();
const servers: Server[] = [];

afterEachFile(() => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

/** A server of this machine that counts the connections made to it. */
export interface StandIn {
  readonly port: number;
  readonly hits: () => number;
}

export async function listening(server: Server, host = "127.0.0.1"): Promise<StandIn> {
  let hits = 0;
  server.on("connection", (socket: Socket) => {
    hits += 1;
    sockets.add(socket);
    // Those who come here break off as they please.
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, "listening");
  servers.push(server);
  return { port: (server.address() as AddressInfo).port, hits: () => hits };
}

export const PUBLIC = "93.184.215.14";
export const PUBLIC_TOO = "2606:2800:21f:cb07:6820:80da:af6b:8b2c";

/** The answers that each name gives, one after the other; the last one again and again. */
export type Names = { readonly [host: string]: readonly (readonly string[])[] };

/**
 * A web of which every address is one of these servers: what was asked for and dialled is written down, and a
 * connection says that it leads to the address that was dialled.
 *
 * @param byPort which server stands at a port of the web
 */
export function webOf(byPort: { readonly [port: number]: StandIn }, names: Names) {
  const resolved: string[] = [];
  const dialled: string[] = [];
  const network: Network = {
    async resolve(host) {
      const asked = resolved.filter((other) => other === host).length;
      resolved.push(host);
      const answers = names[host];
      if (answers === undefined) throw Object.assign(new Error(host), { code: "ENOTFOUND" });
      return answers[asked] ?? answers.at(-1) ?? [];
    },
    dial(address, port) {
      dialled.push(`${address} ${port}`);
      const server = byPort[port];
      if (server === undefined) throw new Error(`nothing stands at port ${port}`);
      const socket = connect(server.port, "127.0.0.1");
      Object.defineProperty(socket, "remoteAddress", { value: address, configurable: true });
      return socket;
    },
  };
  return { network, resolved, dialled };
}
