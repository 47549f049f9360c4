import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { Stance, Strength, Translated } from "#domain/vocabulary.ts";
import { readClaims } from "../change/history.ts";
import {
  copies,
  evidence,
  forecasts,
  type KeptDetails,
  pages,
  samePages,
  watches,
} from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import { listSame } from "./addresses.ts";
import { type LinkState, linkColumns } from "./link-state.ts";

/** A page with how its link stands and what it said of itself when it was last read. */
export interface PageRecord {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly author: string | null;
  readonly publishedOn: Day | null;
  /** The link that is visited, and when next; null where the page has never been asked for. */
  readonly visited: { readonly url: string; readonly dueAt: Date } | null;
  readonly link: LinkState | null;
  readonly details: KeptDetails | null;
  /** The older page that it turned out to be. */
  readonly sameAsId: string | null;
}

export async function findPageRecord(read: Reader, pageId: string): Promise<PageRecord | undefined> {
  const [found] = await read
    .select({
      id: pages.id,
      title: pages.title,
      publisher: pages.publisher,
      author: pages.author,
      publishedOn: pages.publishedOn,
      visited: { url: watches.url, dueAt: watches.dueAt },
      link: linkColumns,
      details: copies.details,
      sameAsId: samePages.sameAsId,
    })
    .from(pages)
    .leftJoin(watches, eq(watches.pageId, pages.id))
    .leftJoin(copies, eq(copies.id, watches.copyId))
    .leftJoin(samePages, eq(samePages.pageId, pages.id))
    .where(eq(pages.id, pageId));
  return found;
}

/** An entry of evidence that rests on a page, and the forecast that it is on. */
export interface PageEntry {
  readonly evidenceId: string;
  readonly pageId: string;
  readonly slug: string;
  readonly claim: Translated;
  readonly stance: Stance;
  readonly strength: Strength;
}

const NO_CLAIM: Translated = { en: null, "zh-Hant": null };

/** What stands on some pages: every entry that is not withdrawn, on forecasts that are not. */
export async function listEntriesOn(read: Reader, pageIds: readonly string[]): Promise<readonly PageEntry[]> {
  if (pageIds.length === 0) return [];
  const rows = await read
    .select({
      evidenceId: evidence.id,
      pageId: evidence.pageId,
      forecastId: evidence.forecastId,
      slug: forecasts.slug,
      stance: evidence.stance,
      strength: evidence.strength,
    })
    .from(evidence)
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .where(
      and(
        inArray(evidence.pageId, [...pageIds]),
        isNull(evidence.withdrawnAt),
        isNull(forecasts.withdrawnAt),
      ),
    )
    .orderBy(asc(evidence.recordedAt), asc(evidence.id));
  const claims = await readClaims(
    read,
    rows.map(({ forecastId }) => forecastId),
  );
  return rows.map(({ forecastId, ...entry }) => ({ ...entry, claim: claims.get(forecastId) ?? NO_CLAIM }));
}

/** Where a page bears: its entries, and those of pages that turned out to be the same. */
export async function listForecastsOfPage(read: Reader, pageId: string): Promise<readonly PageEntry[]> {
  return listEntriesOn(read, await listSame(read, pageId));
}
