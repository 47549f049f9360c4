import { and, eq, inArray } from "drizzle-orm";
import { hosts, watches } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { isFree, isHeld, knowHost, type Lease, release } from "./watches.ts";

// A visit that is led to another host takes a turn of that one as well, or ends and comes back: it never waits while it
// holds a turn, so no two visits wait for each other.

const MINUTE_MS = 60_000;

/**
 * Takes a turn of a host that a visit was led to, where nobody visits it and it has not asked to be left alone. The
 * turns that the visit has hold as long as the new one.
 *
 * @param held the hosts that the visit was led to before
 * @returns whether it has it
 */
export async function takeTurn(
  tx: Writer,
  lease: Lease,
  host: string,
  { now, leaseMs, held }: { readonly now: Date; readonly leaseMs: number; readonly held: readonly string[] },
): Promise<boolean> {
  if (!(await isHeld(tx, lease))) return false;
  await knowHost(tx, host);
  const [free] = await tx
    .select({ host: hosts.host })
    .from(hosts)
    .where(and(eq(hosts.host, host), isFree(now)));
  if (free === undefined) return false;
  const leasedUntil = new Date(now.getTime() + leaseMs);
  await tx.update(hosts).set({ lease: lease.token, leasedUntil }).where(eq(hosts.host, host));
  await tx
    .update(hosts)
    .set({ leasedUntil })
    .where(and(inArray(hosts.host, [lease.host, ...held]), eq(hosts.lease, lease.token)));
  return true;
}

/** Ends what turns a visit still has of hosts that it was led to. */
export async function endTurns(tx: Writer, { token }: Lease, turns: readonly string[]): Promise<void> {
  for (const host of turns) if (await isHeld(tx, { host, token })) await release(tx, { host });
}

async function freeAt(read: Reader, host: string, now: Date): Promise<Date> {
  const [found] = await read
    .select({ pausedUntil: hosts.pausedUntil })
    .from(hosts)
    .where(eq(hosts.host, host));
  const soon = new Date(now.getTime() + MINUTE_MS);
  return found?.pausedUntil && found.pausedUntil > soon ? found.pausedUntil : soon;
}

/**
 * Ends a visit that was led to a host that is not free: it is made again in a minute, or when the host lets us. It was
 * no try in vain.
 */
export async function comeBack(tx: Writer, lease: Lease, host: string, now: Date): Promise<Date | null> {
  if (!(await isHeld(tx, lease))) return null;
  const dueAt = await freeAt(tx, host, now);
  await tx
    .update(watches)
    .set({ dueAt, fault: "waits-for-host", faultDetail: host })
    .where(and(eq(watches.pageId, lease.pageId), eq(watches.url, lease.url)));
  await release(tx, lease);
  return dueAt;
}
