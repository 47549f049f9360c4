import { eq } from "drizzle-orm";
import { watches } from "../schema/tables.ts";
import type { Writer } from "../store.ts";
import { isHeld, type Lease, release } from "./watches.ts";

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
