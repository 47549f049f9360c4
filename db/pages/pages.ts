import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { linkKey } from "#domain/pages/link.ts";
import { difference, record } from "../change/history.ts";
import { evidence, pages } from "../schema/tables.ts";
import { indexForecasts } from "../search/index-texts.ts";
import type { Reader, Writer } from "../store.ts";
import { findPageOf, ownAddress } from "./addresses.ts";
import { askForVisit } from "./watches.ts";

export interface PageDetails {
  readonly title: string;
  readonly publisher: string;
  readonly author: string | null;
  readonly publishedOn: Day | null;
}

export async function findPage(read: Reader, id: string) {
  const [page] = await read.select().from(pages).where(eq(pages.id, id));
  return page;
}

/** Puts a page on record that is not known by its link yet. */
export async function insertPage(tx: Writer, link: string, details: PageDetails): Promise<string> {
  const id = randomUUID();
  const { title, publisher, author, publishedOn } = details;
  await tx.insert(pages).values({ id, linkKey: linkKey(link), title, publisher, author, publishedOn });
  await ownAddress(tx, id, link);
  return id;
}

const LONGEST_TITLE = 200;

/**
 * Begins with a bare link: a page that is called by its address until somebody says more of it, to be visited at once.
 * A page that is known is visited again.
 *
 * @param url a link that `parseLink` accepted
 * @returns the page
 */
export async function startPage(
  tx: Writer,
  url: string,
  { now }: { readonly now: Date },
): Promise<PageDetails & { readonly id: string }> {
  const known = await findPageOf(tx, url);
  const { host, pathname } = new URL(url);
  const title = `${host}${pathname.replace(/\/$/, "")}`.slice(0, LONGEST_TITLE);
  const details = known ?? { title, publisher: host, author: null, publishedOn: null };
  const id = known?.id ?? (await insertPage(tx, url, details));
  await askForVisit(tx, { pageId: id, url, dueAt: now });
  const { publisher, author, publishedOn } = details;
  return { id, title: details.title, publisher, author, publishedOn };
}

/**
 * Corrects a page's own details, wherever it is logged, and says so in the history of every forecast that has it,
 * save the one whose own entry will say it. Whoever has seen one of their entries before has seen an older revision.
 *
 * @returns how many other forecasts' entries show the change
 */
export async function correctPage(
  tx: Writer,
  page: PageDetails & { readonly id: string },
  details: PageDetails,
  within: { readonly forecastId: string; readonly reason?: string | null },
  now: Date,
): Promise<number> {
  const { title, publisher, author, publishedOn } = details;
  const changed = difference(
    { title: page.title, publisher: page.publisher, author: page.author, publishedOn: page.publishedOn },
    { title, publisher, author, publishedOn },
  );
  if (changed === null) return 0;
  await tx.update(pages).set({ title, publisher, author, publishedOn }).where(eq(pages.id, page.id));
  const elsewhere = await tx
    .update(evidence)
    .set({ revision: sql`${evidence.revision} + 1` })
    .where(
      and(
        eq(evidence.pageId, page.id),
        ne(evidence.forecastId, within.forecastId),
        isNull(evidence.withdrawnAt),
      ),
    )
    .returning({ id: evidence.id, forecastId: evidence.forecastId });
  await indexForecasts(
    tx,
    elsewhere.map(({ forecastId }) => forecastId),
  );
  for (const { id, forecastId } of elsewhere) {
    await record(tx, now, {
      action: "page-corrected",
      forecastId,
      subjectId: id,
      reason: within.reason ?? null,
      ...changed,
    });
  }
  return elsewhere.length;
}
