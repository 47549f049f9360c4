import { and, asc, eq, isNull } from "drizzle-orm";
import type { Stance, Translated } from "#domain/vocabulary.ts";
import { readClaims } from "../change/history.ts";
import { evidence, forecasts, passages } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** Words of a copy that an entry of evidence rests on. */
export interface CopyPassage {
  readonly evidenceId: string;
  readonly slug: string;
  readonly claim: Translated;
  readonly stance: Stance;
  /** UTF-16 offsets in the copy's text, the end excluded. */
  readonly start: number;
  readonly end: number;
}

const NO_CLAIM: Translated = { en: null, "zh-Hant": null };

/** What is marked in a copy, in the order of its text; what was withdrawn marks nothing. */
export async function listPassagesIn(read: Reader, copyId: string): Promise<readonly CopyPassage[]> {
  const rows = await read
    .select({
      evidenceId: evidence.id,
      stance: evidence.stance,
      forecastId: forecasts.id,
      slug: forecasts.slug,
      start: passages.startsAt,
      end: passages.endsAt,
    })
    .from(passages)
    .innerJoin(evidence, eq(evidence.id, passages.evidenceId))
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .where(and(eq(passages.copyId, copyId), isNull(evidence.withdrawnAt), isNull(forecasts.withdrawnAt)))
    .orderBy(asc(passages.startsAt), asc(evidence.id));
  const claims = await readClaims(
    read,
    rows.map(({ forecastId }) => forecastId),
  );
  return rows.map(({ forecastId, ...passage }) => ({
    ...passage,
    claim: claims.get(forecastId) ?? NO_CLAIM,
  }));
}
