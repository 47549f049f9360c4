import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { evidence, watches } from "../schema/tables.ts";
import type { Store } from "../store.ts";
import { askForAllVisits, askForVisit } from "./watches.ts";

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
