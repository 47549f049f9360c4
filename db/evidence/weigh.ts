import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Day, dayIn } from "#domain/day.ts";
import { type Balance, balanceOf } from "#domain/evidence/balance.ts";
import {
  type Readiness,
  type ReadinessEntry,
  type ReadinessFacts,
  readinessOf,
} from "#domain/verdicts/readiness.ts";
import {
  JUDGED_CRITERIA,
  type JudgedCriterion,
  type SourceKind,
  type Stance,
  type Strength,
} from "#domain/vocabulary.ts";
import {
  contents,
  copies,
  evidence,
  forecasts,
  forecastTexts,
  pages,
  samePages,
  watches,
} from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** An entry of evidence as far as it is weighed. */
export interface WeighedEvidence {
  readonly id: string;
  readonly stance: Stance;
  readonly strength: Strength;
  readonly kind: SourceKind | null;
  readonly criterion: JudgedCriterion | null;
  readonly publisher: string;
  readonly publishedOn: Day | null;
  readonly recordedAt: Date;
  /** The page, or the older one that it turned out to be: what two entries have in common here is one page. */
  readonly pageId: string;
  /** Where the link led when the first copy was kept; null where there is none. */
  readonly ledTo: string | null;
  /** Of the copy that was kept first; null where there is none, or no text in it. */
  readonly sketch: readonly number[] | null;
}

/** What the checklist asks of a forecast, or undefined when there is none of that slug. */
export async function findReadinessFacts(read: Reader, slug: string): Promise<ReadinessFacts | undefined> {
  const texts = await read
    .select({
      saidOn: forecasts.saidOn,
      dueFrom: forecasts.dueFrom,
      dueBy: forecasts.dueBy,
      trueIf: forecastTexts.trueIf,
      partlyIf: forecastTexts.partlyIf,
      falseIf: forecastTexts.falseIf,
      cannotBeJudgedIf: forecastTexts.cannotBeJudgedIf,
    })
    .from(forecasts)
    .leftJoin(forecastTexts, eq(forecastTexts.forecastId, forecasts.id))
    .where(eq(forecasts.slug, slug));
  const [first] = texts;
  if (first === undefined) return undefined;
  const { saidOn, dueFrom, dueBy } = first;
  const stated = JUDGED_CRITERIA.filter((criterion) => texts.some((text) => text[criterion] !== null));
  return { saidOn, dueFrom, dueBy, stated };
}

/** What is weighed on a forecast: every entry that is not withdrawn, in the order in which they were logged. */
export function listWeighedEvidence(read: Reader, slug: string): Promise<readonly WeighedEvidence[]> {
  return read
    .select({
      id: evidence.id,
      stance: evidence.stance,
      strength: evidence.strength,
      kind: evidence.kind,
      criterion: evidence.criterion,
      publisher: pages.publisher,
      publishedOn: pages.publishedOn,
      recordedAt: evidence.recordedAt,
      pageId: sql<string>`coalesce(${samePages.sameAsId}, ${evidence.pageId})`,
      ledTo: copies.finalUrl,
      sketch: contents.sketch,
    })
    .from(evidence)
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .leftJoin(samePages, eq(samePages.pageId, evidence.pageId))
    .leftJoin(watches, eq(watches.pageId, evidence.pageId))
    .leftJoin(copies, eq(copies.id, watches.firstCopyId))
    .leftJoin(contents, eq(contents.sha256, copies.contentSha256))
    .where(and(eq(forecasts.slug, slug), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.recordedAt), asc(evidence.id));
}

/** What the evidence on a forecast adds up to. */
export interface Weighed {
  /** What counts: every entry that was not withdrawn. */
  readonly entries: readonly ReadinessEntry[];
  readonly balance: Balance;
  readonly readiness: Readiness;
}

/**
 * Weighs the evidence on a forecast; undefined when there is none of that slug.
 *
 * @param timeZone in which the days are counted that entries were logged on
 */
export async function weigh(
  read: Reader,
  slug: string,
  today: Day,
  timeZone: string,
): Promise<Weighed | undefined> {
  const facts = await findReadinessFacts(read, slug);
  if (facts === undefined) return undefined;
  const entries = (await listWeighedEvidence(read, slug)).map((entry) => ({
    ...entry,
    recordedOn: dayIn(timeZone, entry.recordedAt),
  }));
  return { entries, balance: balanceOf(entries), readiness: readinessOf(facts, entries, today) };
}
