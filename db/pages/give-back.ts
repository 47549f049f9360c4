import { eq, sql } from "drizzle-orm";
import { watches } from "../schema/tables.ts";
import type { Writer } from "../store.ts";
import { isHeld, type Lease, release } from "./watches.ts";

/**
 * Gives a visit back that was not made, as when the process is told to end: it is due as before, and no attempt.
 * Nothing changes when it was somebody else's by then.
 */
export async function giveBack(tx: Writer, lease: Lease): Promise<void> {
  if (!(await isHeld(tx, lease))) return;
  const attempts = sql`case when ${watches.attempts} > 0 then ${watches.attempts} - 1 else 0 end`;
  await tx.update(watches).set({ attempts }).where(eq(watches.pageId, lease.pageId));
  await release(tx, lease);
}
