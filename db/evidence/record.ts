import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import type { JudgedCriterion, Language, SourceKind, Stance, Strength } from "#domain/vocabulary.ts";
import { shownName } from "../change/actor-row.ts";
import { type LinkState, linkColumns } from "../pages/link-state.ts";
import { evidence, forecasts, pages, passages, watches } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** What a person says of a page. */
export interface EvidenceDraft {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  /** Who wrote the page; null where nobody has said. */
  readonly author?: string | null;
  readonly publishedOn: Day | null;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly summary: string;
  /** What the page is to the claim; null where nobody has said. */
  readonly kind?: SourceKind | null;
  /** The criterion that it speaks to; null where it speaks to none by itself. */
  readonly criterion?: JudgedCriterion | null;
  /** A copy in an archive that somebody else keeps: a link that `parseLink` accepts. */
  readonly archiveUrl?: string | null;
}

/** The words of a copy that an entry rests on, and where they stand in its text. */
export interface Passage {
  readonly copyId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly words: string;
}

/** An entry of evidence on a forecast, flat: the page's own details and what was said of it. */
export interface EvidenceRecord extends EvidenceDraft {
  readonly id: string;
  /** The forecast's slug. */
  readonly forecast: string;
  readonly pageId: string;
  readonly author: string | null;
  readonly kind: SourceKind | null;
  readonly criterion: JudgedCriterion | null;
  readonly archiveUrl: string | null;
  /** Null where the page has never been asked for. */
  readonly link: LinkState | null;
  /** Null where none is marked. */
  readonly passage: Passage | null;
  /** The language of title and summary, where it is known. */
  readonly lang: Language | null;
  readonly recordedAt: Date;
  readonly by: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
  /** Counts the corrections of what it shows: of its own words and of its page's details. */
  readonly revision: number;
}

const columns = {
  id: evidence.id,
  forecast: forecasts.slug,
  pageId: evidence.pageId,
  url: evidence.url,
  title: pages.title,
  publisher: pages.publisher,
  author: pages.author,
  publishedOn: pages.publishedOn,
  stance: evidence.stance,
  strength: evidence.strength,
  summary: evidence.summary,
  kind: evidence.kind,
  criterion: evidence.criterion,
  archiveUrl: evidence.archiveUrl,
  lang: evidence.lang,
  recordedAt: evidence.recordedAt,
  by: shownName(evidence.recordedBy),
  withdrawnAt: evidence.withdrawnAt,
  withdrawnBy: shownName(evidence.withdrawnBy),
  withdrawalReason: evidence.withdrawalReason,
  revision: evidence.revision,
  link: linkColumns,
  passage: {
    copyId: passages.copyId,
    startsAt: passages.startsAt,
    endsAt: passages.endsAt,
    words: passages.words,
  },
};

const select = (read: Reader) =>
  read
    .select(columns)
    .from(evidence)
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .leftJoin(watches, eq(watches.pageId, evidence.pageId))
    .leftJoin(passages, eq(passages.evidenceId, evidence.id))
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

/** The entries on a forecast, not withdrawn, of some pages. */
export async function listEvidenceOfPages(
  read: Reader,
  forecastId: string,
  pageIds: readonly string[],
): Promise<readonly EvidenceRecord[]> {
  return select(read).where(
    and(
      eq(evidence.forecastId, forecastId),
      inArray(evidence.pageId, [...pageIds]),
      isNull(evidence.withdrawnAt),
    ),
  );
}
