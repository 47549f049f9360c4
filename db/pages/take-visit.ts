import { and, asc, eq, lte, type SQL, sql } from "drizzle-orm";
import { dueIfCutOff, idleUntil } from "#domain/pages/revisit.ts";
import type { LinkStanding } from "#domain/vocabulary.ts";
import { hosts, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { isOnlyStarted, isRestedOn, MOST_STARTED } from "./wanted-visits.ts";
import { findDueHost, isFree, isHeld, type Lease, release } from "./watches.ts";

/**
 * Gives a visit back that was not made, as when the process is told to end. Nothing changes when it was somebody else's
 * by then.
 *
 * @param dueAt when the page is due: as before, or now
 */
export async function giveBack(tx: Writer, lease: Lease, dueAt: Date): Promise<void> {
  if (!(await isHeld(tx, lease))) return;
  await tx.update(watches).set({ dueAt }).where(eq(watches.pageId, lease.pageId));
  await release(tx, lease);
}

/** A page to be visited, and what to ask for. */
export interface TakenVisit {
  readonly pageId: string;
  readonly url: string;
  readonly host: string;
  /** How often it was tried in vain already. */
  readonly attempts: number;
  readonly dueAt: Date;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How its link is known to stand. */
  readonly standing: LinkStanding;
  readonly lease: Lease;
}

const isNoBareLink = (read: Reader): SQL => sql`not (${isOnlyStarted(read)})`;

/**
 * How far down those who wait for their first visit a free host is looked for: the many of one host come one by one.
 */
const LOOKED_AT = 50;

/** The first of some pages that wait for their first visit, of a host that is free. */
async function findNew(
  read: Reader,
  now: Date,
  which: SQL | undefined,
  lookedAt: number,
): Promise<string | undefined> {
  const first = read
    .select({ pageId: watches.pageId, host: watches.host, dueAt: watches.dueAt })
    .from(watches)
    .where(and(eq(watches.standing, "waiting"), lte(watches.dueAt, now), which))
    .orderBy(asc(watches.dueAt))
    .limit(lookedAt)
    .as("first");
  const [found] = await read
    .select({ pageId: first.pageId })
    .from(first)
    .innerJoin(hosts, eq(hosts.host, first.host))
    .where(isFree(now))
    .orderBy(asc(first.dueAt), asc(first.pageId))
    .limit(1);
  return found?.pageId;
}

/**
 * Has the pages of a host that are due wait, save the bare links among them: no evidence rests on any of them. Whoever
 * logs one anew makes it due again.
 */
async function setAside(tx: Writer, host: string, now: Date): Promise<void> {
  await tx
    .update(watches)
    .set({ dueAt: idleUntil(now), attempts: 0 })
    .where(and(eq(watches.host, host), lte(watches.dueAt, now), isNoBareLink(tx)));
  await release(tx, { host });
}

/** The page that evidence rests on of the host that has waited longest. */
async function findOld(tx: Writer, now: Date): Promise<string | undefined> {
  for (;;) {
    const host = await findDueHost(tx, now, isNoBareLink(tx));
    if (host === undefined) return undefined;
    const [found] = await tx
      .select({ pageId: watches.pageId })
      .from(watches)
      .where(and(eq(watches.host, host), lte(watches.dueAt, now), isRestedOn(tx)))
      .orderBy(asc(watches.dueAt))
      .limit(1);
    if (found !== undefined) return found.pageId;
    await setAside(tx, host, now);
  }
}

/**
 * Takes the next visit that is due on: first those to logged pages that nobody has visited, since somebody waits to see
 * them, then the oldest, and when no more of these can be taken, bare links. What no evidence rests on any more is
 * passed over. It is nobody else's until it ends or the lease has run out, and no other page of its host is taken
 * meanwhile.
 *
 * @param token of this visit alone
 * @returns null when none is due that may be made now
 */
export async function takeVisit(
  tx: Writer,
  { now, leaseMs, token }: { readonly now: Date; readonly leaseMs: number; readonly token: string },
): Promise<TakenVisit | null> {
  // Bare links cost nothing to send: however many there are, they hold up nothing that evidence rests on.
  const pageId =
    (await findNew(tx, now, isRestedOn(tx), LOOKED_AT)) ??
    (await findOld(tx, now)) ??
    (await findNew(tx, now, isOnlyStarted(tx), MOST_STARTED));
  if (pageId === undefined) return null;
  const [watch] = await tx
    .select({
      url: watches.url,
      host: watches.host,
      attempts: watches.attempts,
      dueAt: watches.dueAt,
      since: watches.since,
      standing: watches.standing,
      etag: watches.etag,
      lastModified: watches.lastModified,
    })
    .from(watches)
    .where(eq(watches.pageId, pageId));
  if (watch === undefined) throw new Error(`the watch of ${pageId} is gone inside its own transaction`);
  const { since, ...taken } = watch;
  const { host } = watch;
  const leasedUntil = new Date(now.getTime() + leaseMs);
  // Put off before it is made: it may be what ends the process.
  await tx
    .update(watches)
    .set({ dueAt: dueIfCutOff(since, now, leasedUntil) })
    .where(eq(watches.pageId, pageId));
  await tx.update(hosts).set({ lease: token, leasedUntil }).where(eq(hosts.host, host));
  return { pageId, ...taken, lease: { pageId, host, url: watch.url, token } };
}
