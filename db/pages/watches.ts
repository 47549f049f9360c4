import { and, asc, eq, exists, gt, isNull, lte, min, not, or, type SQL } from "drizzle-orm";
import { evidence, hosts, type KeptDetails, watches } from "../schema/tables.ts";
import type { Reader, Store, Writer } from "../store.ts";
import { isWanted } from "./wanted-visits.ts";

const AT_ONCE = 100;

/**
 * Asks for a visit to every page that evidence rests on, those never asked for before among them. Others get a turn to
 * write in between.
 */
export async function askForEveryVisit(store: Store, dueAt: Date): Promise<void> {
  await store.write((tx) => askForAllVisits(tx, { dueAt }));
  let last = "";
  for (;;) {
    const never = await store.read
      .select({ id: evidence.id, pageId: evidence.pageId, url: evidence.url })
      .from(evidence)
      .leftJoin(watches, eq(watches.pageId, evidence.pageId))
      .where(and(gt(evidence.id, last), isNull(evidence.withdrawnAt), isNull(watches.pageId)))
      .orderBy(asc(evidence.id))
      .limit(AT_ONCE);
    await store.write(async (tx) => {
      for (const { pageId, url } of never) await askForVisit(tx, { pageId, url, dueAt });
    });
    if (never.length < AT_ONCE) return;
    last = never.at(-1)?.id ?? last;
  }
}

// The queue of visits. Its lines are the hosts, of which each is visited once at a time; a lease of a host that runs
// out gives it back, and the page that was not visited is due as before.

/** When nothing of a host waits to be visited. */
const NEVER = new Date(Date.UTC(9999, 0));

export interface VisitWanted {
  readonly pageId: string;
  readonly url: string;
  readonly dueAt: Date;
}

/**
 * Asks for a page to be visited; one that is visited already is due earlier, if this is earlier. What was tried in vain
 * counts on: else a site that is down would never be said to be.
 */
export async function askForVisit(tx: Writer, { pageId, url, dueAt }: VisitWanted): Promise<void> {
  const [known] = await tx.select({ host: watches.host }).from(watches).where(eq(watches.pageId, pageId));
  const host = known?.host ?? new URL(url).host;
  if (known === undefined) {
    await tx.insert(hosts).values({ host, dueAt }).onConflictDoNothing();
    await tx
      .insert(watches)
      .values({ pageId, url, host, dueAt, attempts: 0, standing: "waiting", since: dueAt });
  } else {
    await tx
      .update(watches)
      .set({ dueAt })
      .where(and(eq(watches.pageId, pageId), gt(watches.dueAt, dueAt)));
  }
  await tx
    .update(hosts)
    .set({ dueAt })
    .where(and(eq(hosts.host, host), gt(hosts.dueAt, dueAt)));
}

/** Has a page visited by another link from now on; whoever visits it now does so in vain. */
export async function visitBy(tx: Writer, pageId: string, url: string): Promise<void> {
  const [known] = await tx.select().from(watches).where(eq(watches.pageId, pageId));
  if (known === undefined || known.url === url) return;
  const { host } = new URL(url);
  await tx.insert(hosts).values({ host, dueAt: known.dueAt }).onConflictDoNothing();
  // What its site told us to ask by was told of the other address.
  await tx
    .update(watches)
    .set({ url, host, attempts: 0, etag: null, lastModified: null })
    .where(eq(watches.pageId, pageId));
  for (const one of new Set([host, known.host])) await setDue(tx, one);
}

/** Makes every page due now that is visited at all and still wanted. */
export async function askForAllVisits(tx: Writer, { dueAt }: { readonly dueAt: Date }): Promise<void> {
  await tx
    .update(watches)
    .set({ dueAt })
    .where(and(gt(watches.dueAt, dueAt), isWanted(tx)));
  // Hosts that redirects lead to have nothing to visit: each would be found to have nothing due.
  await tx
    .update(hosts)
    .set({ dueAt })
    .where(and(gt(hosts.dueAt, dueAt), hasDue(tx, dueAt)));
}

/** How many pages are to be visited now. */
export const countDue = (read: Reader, now: Date): Promise<number> =>
  read.$count(watches, and(lte(watches.dueAt, now), isWanted(read)));

const isOver = (column: typeof hosts.leasedUntil | typeof hosts.pausedUntil, now: Date) =>
  or(isNull(column), lte(column, now));

/** Nobody visits the host, and it has not asked to be left alone. */
export const isFree = (now: Date): SQL | undefined =>
  and(isOver(hosts.leasedUntil, now), isOver(hosts.pausedUntil, now));

/** Whether one of a host's pages that are due is one of these; without them, whether any is due at all. */
const hasDue = (read: Reader, now: Date, which?: SQL): SQL =>
  exists(
    read
      .select({ pageId: watches.pageId })
      .from(watches)
      .where(and(eq(watches.host, hosts.host), lte(watches.dueAt, now), which)),
  );

/**
 * The host that has waited longest and may be visited now; undefined while there is nothing to do.
 *
 * @param which where it is given, a host of which only other pages are due is passed over
 */
export async function findDueHost(read: Reader, now: Date, which?: SQL): Promise<string | undefined> {
  // One of which nothing is due is found all the same: whoever looks at it learns when it is.
  const isMeant = which && or(hasDue(read, now, which), not(hasDue(read, now)));
  const [found] = await read
    .select({ host: hosts.host })
    .from(hosts)
    .where(and(lte(hosts.dueAt, now), isFree(now), isMeant))
    .orderBy(asc(hosts.dueAt), asc(hosts.host))
    .limit(1);
  return found?.host;
}

/** Has a row for a host that redirects lead to, of which no page may be visited for itself. */
export async function knowHost(tx: Writer, host: string): Promise<void> {
  await tx.insert(hosts).values({ host, dueAt: NEVER }).onConflictDoNothing();
}

/** Leaves a host alone until then. An earlier wish for longer holds. */
export async function pauseHost(tx: Writer, host: string, until: Date): Promise<void> {
  await knowHost(tx, host);
  await tx
    .update(hosts)
    .set({ pausedUntil: until })
    .where(and(eq(hosts.host, host), or(isNull(hosts.pausedUntil), lte(hosts.pausedUntil, until))));
}

/** A page that is visited, as it is stored. */
export type Watch = typeof watches.$inferSelect;

/** A visit that somebody has taken on: nobody else visits the host while it holds. */
export interface Lease {
  readonly pageId: string;
  readonly host: string;
  /** The link that is visited: what was corrected meanwhile is another. */
  readonly url: string;
  readonly token: string;
}

export async function isHeld(read: Reader, { host, token }: Pick<Lease, "host" | "token">): Promise<boolean> {
  const [found] = await read.select({ lease: hosts.lease }).from(hosts).where(eq(hosts.host, host));
  return found?.lease === token;
}

/** Has a host wait for when the next of its pages is due. */
async function setDue(tx: Writer, host: string): Promise<void> {
  const [next] = await tx
    .select({ dueAt: min(watches.dueAt) })
    .from(watches)
    .where(eq(watches.host, host));
  await tx
    .update(hosts)
    .set({ dueAt: next?.dueAt ?? NEVER })
    .where(eq(hosts.host, host));
}

/** Gives a host back, for when the next of its pages is due. */
export async function release(tx: Writer, { host }: Pick<Lease, "host">): Promise<void> {
  await tx.update(hosts).set({ lease: null, leasedUntil: null }).where(eq(hosts.host, host));
  await setDue(tx, host);
}

/** What a visit got for an answer. */
export interface VisitFound {
  readonly finalUrl: string;
  readonly redirects: readonly { readonly url: string; readonly status: number }[];
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly mediaType: string | null;
  /** Of the unpacked bytes; null where none came. */
  readonly sha256: string | null;
  readonly size: number;
  /** The bytes as gzip; null for a page of which only headers and hash are kept. */
  readonly stored: Uint8Array | null;
  /** Null where it is no text, or the reading had to be stopped. */
  readonly reading: {
    readonly details: KeptDetails;
    readonly text: string | null;
    readonly fault: string | null;
  } | null;
  readonly sketch: readonly number[] | null;
}
