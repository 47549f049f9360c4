import { isOurs } from "./hosts.ts";

/** What is looked at of a request before anything is done for it. */
export interface Asking {
  readonly method: string;
  /** As the request says it: a path with its query, or a whole address. */
  readonly target: string;
  /** Every `Host` it came with. */
  readonly hosts: readonly string[];
}

const HEALTH = /^\/healthz(?:\?|$)/;
const WHOLE_ADDRESS = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i;

/**
 * Whether a request may go on to the app. One that only asks whether all is well may come by any name: those who watch
 * over a server in a container or behind a proxy call it by names of their own, and learn no record.
 */
export function isAdmitted({ method, target, hosts }: Asking, names: ReadonlySet<string>): boolean {
  if (HEALTH.test(target) && (method === "GET" || method === "HEAD")) return true;
  // A whole address goes before the Host (RFC 9112, 3.2.2), so it has to be ours as well.
  const [, named] = WHOLE_ADDRESS.exec(target) ?? [];
  return isOurs(hosts, names) && (named === undefined || isOurs([named], names));
}
