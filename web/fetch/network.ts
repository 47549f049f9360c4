import { ADDRCONFIG } from "node:dns";
import { lookup } from "node:dns/promises";
import { connect, type Socket } from "node:net";

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
