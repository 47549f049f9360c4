import { takeTurn } from "../../db/pages/host-turns.ts";
import type { TakenVisit } from "../../db/pages/take-visit.ts";
import type { Store } from "../../db/store.ts";
import type { PageRequest } from "../fetch/fetch-page.ts";
import type { FetchPolicy } from "../fetch/policy.ts";
import { type Visited, visit } from "../visit/visit.ts";

/** What a visit found, and the further hosts of which it has a turn. */
export interface Led {
  readonly visited: Visited;
  readonly turns: readonly string[];
}

/**
 * Visits a page, one host after the other as it is led from one to the next: each only in its turn. Where one is not
 * free, the visit ends before it has asked it anything.
 */
export async function visitInTurn(
  { url, host: home, etag, lastModified, lease }: TakenVisit,
  {
    store,
    policy,
    now,
    leaseMs,
  }: {
    readonly store: Store;
    readonly policy: FetchPolicy;
    readonly now: () => Date;
    readonly leaseMs: number;
  },
  signal?: AbortSignal,
): Promise<Led> {
  const turns: string[] = [];
  let request: PageRequest = { url, etag, lastModified, hosts: [home] };
  for (;;) {
    const visited = await visit({ request, policy }, signal);
    if (visited.ok || visited.error.code !== "waits-for-host") return { visited, turns };
    const { url: next, redirects = [] } = visited.error;
    const { host } = new URL(next);
    const held = [...turns];
    const isOurs = await store.write((tx) => takeTurn(tx, lease, host, { now: now(), leaseMs, held }));
    if (!isOurs) return { visited, turns };
    turns.push(host);
    request = { url: next, etag: null, lastModified: null, hosts: [home, ...turns], after: redirects };
  }
}
