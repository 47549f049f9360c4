import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Day } from "../domain/day.ts";
import type { Language, Stance, Strength } from "../domain/vocabulary.ts";
import { evidence, forecasts, pages } from "./schema.ts";
import type { Reader } from "./store.ts";

/** What a person says of a page. */
export interface EvidenceDraft {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly publishedOn: Day | null;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly summary: string;
}

/** An entry of evidence on a forecast, flat: the page's own details and what was said of it. */
export interface EvidenceRecord extends EvidenceDraft {
  readonly id: string;
  /** The forecast's slug. */
  readonly forecast: string;
  /** The language of title and summary, where it is known. */
  readonly lang: Language | null;
  readonly recordedAt: Date;
  readonly by: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

const columns = {
  id: evidence.id,
  forecast: forecasts.slug,
  url: evidence.url,
  title: pages.title,
  publisher: pages.publisher,
  publishedOn: pages.publishedOn,
  stance: evidence.stance,
  strength: evidence.strength,
  summary: evidence.summary,
  lang: evidence.lang,
  recordedAt: evidence.recordedAt,
  by: evidence.recordedBy,
  withdrawnAt: evidence.withdrawnAt,
  withdrawnBy: evidence.withdrawnBy,
  withdrawalReason: evidence.withdrawalReason,
};

const select = (read: Reader) =>
  read
    .select(columns)
    .from(evidence)
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .$dynamic();

/** Every entry on a forecast, withdrawn ones too: the newest page first, those without a date last. */
export function listEvidence(read: Reader, slug: string): Promise<readonly EvidenceRecord[]> {
  return select(read)
    .where(eq(forecasts.slug, slug))
    .orderBy(desc(sql`coalesce(${pages.publishedOn}, '')`), desc(evidence.recordedAt), evidence.id);
}

export async function findEvidence(read: Reader, id: string): Promise<EvidenceRecord | undefined> {
  const [found] = await select(read).where(eq(evidence.id, id));
  return found;
}

/** The entry of a page on a forecast that has not been withdrawn; there is at most one. */
export async function findEvidenceOfPage(
  read: Reader,
  forecastId: string,
  linkKey: string,
): Promise<EvidenceRecord | undefined> {
  const [found] = await select(read).where(
    and(eq(evidence.forecastId, forecastId), eq(pages.linkKey, linkKey), isNull(evidence.withdrawnAt)),
  );
  return found;
}
