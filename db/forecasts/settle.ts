import { inArray } from "drizzle-orm";
import { settleDirection } from "#domain/forecasts/chosen-direction.ts";
import { settleWindow } from "#domain/forecasts/chosen-window.ts";
import { readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { areInQuote } from "#domain/sources/quoted-words.ts";
import type { DueWindow } from "#domain/window.ts";
import type { Moment } from "../change/moment.ts";
import type { ChangeFault } from "../change/refusal.ts";
import { forecasts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";
import type { ForecastDraft } from "./draft.ts";

/** How the words for the time of a forecast are read; null where there are none. */
export const readingOf = ({ horizon, lang, saidOn }: Pick<ForecastDraft, "horizon" | "lang" | "saidOn">) =>
  horizon === null ? null : readHorizon(horizon, textLanguage(lang), saidOn);

const hasText = ({ en, "zh-Hant": zh }: ForecastDraft["claim"]) => en !== null || zh !== null;

/** What is worked out from the words for the time. */
export interface SettledDays extends DueWindow {
  readonly negative: boolean;
}

type Wording = Pick<ForecastDraft, "horizon" | "quote" | "negative">;

const isQuoted = ({ horizon, quote }: Pick<Wording, "horizon" | "quote">) =>
  horizon === null || areInQuote(horizon, quote);

/**
 * The due window of a draft and whether it denies, with every fault of its days.
 *
 * @param stored how it is on record: words that are there already and not in its quote, or say the opposite of the
 * claim, need no note now
 */
export function settleDays(
  draft: ForecastDraft,
  { today }: Pick<Moment, "today">,
  stored?: Wording,
): Result<SettledDays, readonly ChangeFault[]> {
  const { saidOn, graceBy, reviewOn, horizonNote } = draft;
  if (saidOn > today) return err([{ field: "saidOn", code: "said-in-future", day: today }]);
  const faults: ChangeFault[] = [];
  const reading = readingOf(draft);
  const isAsStored = stored?.horizon === draft.horizon && stored.quote === draft.quote;
  const areQuoted = isAsStored || isQuoted(draft);
  const hasNote = hasText(horizonNote);
  const window = settleWindow(draft, { saidOn, reading, graceBy, areQuoted, hasNote });
  const isTurnedAlready = isAsStored && stored.negative === draft.negative;
  const negative = settleDirection(draft.negative, draft, hasNote || isTurnedAlready);
  if (!window.ok) faults.push(window.error);
  else if (!negative.ok) faults.push(negative.error);
  else if (reviewOn !== null && window.value.dueBy !== null) {
    faults.push({ field: "reviewOn", code: "review-has-due-date", day: window.value.dueBy });
  }
  if (reviewOn !== null && reviewOn <= saidOn) {
    faults.push({ field: "reviewOn", code: "review-before-said", day: saidOn });
  }
  return window.ok && negative.ok && faults.length === 0
    ? ok({ ...window.value, negative: negative.value })
    : err(faults);
}

/** The ids of the forecasts that some relations lead to, by slug; each has to be there. */
export async function findRelated(
  read: Reader,
  slugs: readonly string[],
): Promise<Result<ReadonlyMap<string, string>, readonly ChangeFault[]>> {
  if (slugs.length === 0) return ok(new Map());
  const rows = await read
    .select({ id: forecasts.id, slug: forecasts.slug })
    .from(forecasts)
    .where(inArray(forecasts.slug, [...new Set(slugs)]));
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  return slugs.every((slug) => ids.has(slug))
    ? ok(ids)
    : err([{ field: "relations", code: "no-such-forecast" }]);
}
