import { eq } from "drizzle-orm";
import type { WindowChoice } from "#domain/forecasts/chosen-window.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { wouldChangeVerdict } from "#domain/verdicts/judgement.ts";
import { type Criterion, eachOfCriteria, type Translated } from "#domain/vocabulary.ts";
import { findForecastRow } from "../change/forecast-row.ts";
import { difference, record } from "../change/history.ts";
import type { ChangeBasis, Moment } from "../change/moment.ts";
import { conflict, invalid, notFound, type Refusal } from "../change/refusal.ts";
import { evidence, forecasts, forecastTags, forecastTexts, verdicts } from "../schema/tables.ts";
import type { NamedRecord } from "../sources/create.ts";
import { placeQuotes } from "../sources/quote-places.ts";
import type { Reader, Writer } from "../store.ts";
import { relate, sourceOf, speakerOf } from "./create.ts";
import { type ForecastDraft, snapshotOf, textsOf } from "./draft.ts";
import { insertTexts } from "./insert.ts";
import { settleDays } from "./settle.ts";
import { readStored, type StoredForecast } from "./stored.ts";
import { findStanding, type VerdictRecord } from "./verdict-record.ts";

type PartlyTranslated = Partial<Translated>;
type TranslatedField = "claim" | "attributionNote" | "sectionNote" | "horizonNote" | "confidenceNote";

/** What is to be changed; what is left out stays, in each language by itself. */
export type ForecastPatch = Partial<Omit<ForecastDraft, TranslatedField | "criteria" | "slug">> & {
  readonly [F in TranslatedField]?: PartlyTranslated | undefined;
} & { readonly criteria?: { readonly [C in Criterion]?: PartlyTranslated | undefined } | undefined };

/** What became of a change: whether there was anything to change. */
export interface ForecastChange {
  readonly slug: string;
  readonly changed: boolean;
}

export type ForecastRefusal = Refusal<StoredForecast | VerdictRecord | NamedRecord>;

const merged = (before: Translated, given: PartlyTranslated | undefined): Translated => ({
  en: given?.en === undefined ? before.en : given.en,
  "zh-Hant": given?.["zh-Hant"] === undefined ? before["zh-Hant"] : given["zh-Hant"],
});

/** How ambiguous words were meant is kept as long as they are read as before. */
function keptReading(draft: ForecastDraft, patch: ForecastPatch): string | null {
  const { horizon = draft.horizon, lang = draft.lang, saidOn = draft.saidOn } = patch;
  const isAsBefore = horizon === draft.horizon && lang === draft.lang && saidOn === draft.saidOn;
  return isAsBefore && patch.reading !== null ? (draft.reading ?? null) : null;
}

/** Of a window's two days one may be changed alone; days say that there is a window, and the other way round. */
function windowChoice({ draft, settled }: StoredForecast, patch: ForecastPatch): WindowChoice {
  const { dueFrom, dueBy, undated } = patch;
  const reading = patch.reading ?? null;
  if (undated) return { dueFrom: dueFrom ?? null, dueBy: dueBy ?? null, undated, reading };
  if (dueFrom === undefined && dueBy === undefined) {
    if (undated !== undefined || reading !== null)
      return { dueFrom: null, dueBy: null, undated: false, reading };
    return {
      dueFrom: draft.dueFrom,
      dueBy: draft.dueBy,
      undated: draft.undated,
      reading: keptReading(draft, patch),
    };
  }
  return {
    dueFrom: dueFrom === undefined ? settled.dueFrom : dueFrom,
    dueBy: dueBy === undefined ? settled.dueBy : dueBy,
    undated: undated ?? false,
    reading,
  };
}

function patched(stored: StoredForecast, patch: ForecastPatch): ForecastDraft {
  const before = stored.draft;
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const criterion = (name: Criterion) => merged(before.criteria[name], patch.criteria?.[name]);
  return {
    ...before,
    ...given,
    ...windowChoice(stored, patch),
    claim: merged(before.claim, patch.claim),
    attributionNote: merged(before.attributionNote, patch.attributionNote),
    sectionNote: merged(before.sectionNote, patch.sectionNote),
    horizonNote: merged(before.horizonNote, patch.horizonNote),
    confidenceNote: merged(before.confidenceNote, patch.confidenceNote),
    criteria: eachOfCriteria(criterion),
  };
}

/** Whether anybody has worked on a forecast: from then on, who changes it says why. */
export async function needsReason(read: Reader, forecastId: string): Promise<boolean> {
  const [logged] = await read
    .select({ id: evidence.id })
    .from(evidence)
    .where(eq(evidence.forecastId, forecastId))
    .limit(1);
  if (logged !== undefined) return true;
  const [judged] = await read
    .select({ id: verdicts.id })
    .from(verdicts)
    .where(eq(verdicts.forecastId, forecastId))
    .limit(1);
  return judged !== undefined;
}

/**
 * Changes a forecast. Refused when somebody else has changed it since it was seen (`current` is how it stands now),
 * when evidence or a verdict is on it and no reason is given, and when a standing verdict would no longer be what was
 * decided (`current` is that verdict). A change of nothing leaves no trace.
 */
export async function changeForecast(
  tx: Writer,
  slug: string,
  patch: ForecastPatch,
  { revision, reason }: ChangeBasis,
  moment: Moment,
): Promise<Result<ForecastChange, ForecastRefusal>> {
  const row = await findForecastRow(tx, slug);
  if (row === undefined) return notFound;
  if (row.withdrawnAt !== null) return conflict("forecast-withdrawn", null);
  const before = await readStored(tx, row);
  if (revision !== row.revision) return conflict("forecast-changed", before);
  const draft = patched(before, patch);
  if (draft.claim.en === null && draft.claim["zh-Hant"] === null) {
    return invalid([{ field: "claim", code: "claim-needed" }]);
  }
  const window = settleDays(draft, moment, before.draft);
  if (!window.ok) return invalid(window.error);
  const source = await sourceOf(tx, draft.source, moment);
  if (!source.ok) return source;
  const speaker = await speakerOf(tx, draft.speaker, moment);
  if (!speaker.ok) return speaker;
  // A place among others has a meaning only where several are recorded at once.
  const related = draft.relations.map(({ kind, to }) => ({ kind, to: String(to) }));
  const after = {
    ...draft,
    ...window.value,
    relations: related,
    source: source.value.slug,
    speaker: speaker.value.slug,
  };
  const changed = difference(snapshotOf(before.settled), snapshotOf(after));
  if (changed === null) return ok({ slug, changed: false });
  if (reason === null && (await needsReason(tx, row.id))) {
    return invalid([{ field: "reason", code: "reason-needed" }]);
  }
  const standing = await findStanding(tx, row);
  if (standing !== null && wouldChangeVerdict(row, after, standing, moment.today)) {
    return conflict("verdict-would-change", standing);
  }
  const { quote, lang, section, horizon, confidence, saidOn, reviewOn, tags } = draft;
  await tx
    .update(forecasts)
    .set({
      quote,
      lang,
      section,
      horizon,
      confidence,
      saidOn,
      reviewOn,
      ...window.value,
      sourceId: source.value.id,
      speakerId: speaker.value.id,
      revision: row.revision + 1,
    })
    .where(eq(forecasts.id, row.id));
  await tx.delete(forecastTexts).where(eq(forecastTexts.forecastId, row.id));
  await tx.delete(forecastTags).where(eq(forecastTags.forecastId, row.id));
  await insertTexts(tx, row.id, textsOf(draft), tags);
  const relations = await relate(tx, row.id, related);
  if (!relations.ok) return err({ kind: "invalid", faults: relations.error });
  await placeQuotes(tx, [{ forecastId: row.id }]);
  await record(tx, moment.now, {
    action: "forecast-changed",
    forecastId: row.id,
    reason,
    ...changed,
  });
  return ok({ slug, changed: true });
}
