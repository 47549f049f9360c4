import { eq } from "drizzle-orm";
import { err, ok, type Result } from "#domain/result.ts";
import { newSlug } from "../change/free-slug.ts";
import { record } from "../change/history.ts";
import type { Moment } from "../change/moment.ts";
import { type ChangeFault, invalid, type Refusal } from "../change/refusal.ts";
import { forecasts, relations, sources, speakers } from "../schema/tables.ts";
import { createSource, type NamedRecord, type SourceDraft } from "../sources/create.ts";
import { createSpeaker, type SpeakerDraft } from "../sources/create-speaker.ts";
import { placeQuotes } from "../sources/quote-places.ts";
import type { Reader, Writer } from "../store.ts";
import { type ForecastDraft, type SettledForecast, saidOf, snapshotOf, textsOf } from "./draft.ts";
import { insertForecast } from "./insert.ts";
import { findRelated, settleDays } from "./settle.ts";

/** A forecast that was put on record. */
export interface Recorded {
  readonly id: string;
  readonly slug: string;
}

/** A refusal of one among several forecasts: which one, counted from 0. */
export type RefusalOfOne = Refusal<NamedRecord> & { readonly place: number };

type OnRecord = { readonly id: string; readonly slug: string };

async function findNamed(read: Reader, records: typeof sources | typeof speakers, slug: string) {
  const [found] = await read
    .select({ id: records.id, slug: records.slug })
    .from(records)
    .where(eq(records.slug, slug));
  return found;
}

/** The source of a draft: the one it names, or a new one. */
export async function sourceOf(
  tx: Writer,
  source: string | SourceDraft,
  moment: Moment,
): Promise<Result<OnRecord, Refusal<NamedRecord>>> {
  if (typeof source !== "string") {
    const made = await createSource(tx, source, moment);
    if (made.ok || made.error.kind !== "invalid") return made;
    return invalid(
      made.error.faults.map((fault) =>
        fault.field === "publishedOn" ? { ...fault, field: "newSource.publishedOn" } : fault,
      ),
    );
  }
  const found = await findNamed(tx, sources, source);
  return found === undefined ? invalid([{ field: "source", code: "not-on-record" }]) : ok(found);
}

/** The speaker of a draft: the one it names, or a new one. */
export async function speakerOf(
  tx: Writer,
  speaker: string | SpeakerDraft,
  moment: Moment,
): Promise<Result<OnRecord, Refusal<NamedRecord>>> {
  if (typeof speaker !== "string") return ok(await createSpeaker(tx, speaker, moment));
  const found = await findNamed(tx, speakers, speaker);
  return found === undefined ? invalid([{ field: "speaker", code: "not-on-record" }]) : ok(found);
}

/** Writes down how a forecast relates to others; where it said so before, it says only this now. */
export async function relate(
  tx: Writer,
  fromId: string,
  wanted: SettledForecast["relations"],
): Promise<Result<null, readonly ChangeFault[]>> {
  await tx.delete(relations).where(eq(relations.fromId, fromId));
  const ids = await findRelated(
    tx,
    wanted.map(({ to }) => to),
  );
  if (!ids.ok) return ids;
  const rows = new Map<string, typeof relations.$inferInsert>();
  for (const { kind, to } of wanted) {
    const toId = ids.value.get(to) ?? "";
    if (toId === fromId) return err([{ field: "relations", code: "relates-to-itself" }]);
    rows.set(`${kind} ${toId}`, { fromId, toId, kind });
  }
  if (rows.size > 0) await tx.insert(relations).values([...rows.values()]);
  return ok(null);
}

type Part = { readonly partOf?: string };

/** Puts a forecast on record without what it relates to, which may not be there yet. */
async function createAlone(
  tx: Writer,
  draft: ForecastDraft,
  moment: Moment,
): Promise<
  Result<Recorded & { readonly settled: Omit<SettledForecast, "relations"> }, Refusal<NamedRecord>>
> {
  const window = settleDays(draft, moment);
  if (!window.ok) return invalid(window.error);
  const source = await sourceOf(tx, draft.source, moment);
  if (!source.ok) return source;
  const speaker = await speakerOf(tx, draft.speaker, moment);
  if (!speaker.ok) return speaker;
  const { slug: wanted, claim, quote, lang, section, horizon, confidence, saidOn, reviewOn } = draft;
  const called = claim.en ?? claim["zh-Hant"] ?? "";
  const slug = wanted ?? (await newSlug(tx, forecasts, called, "forecast"));
  const { dueFrom, dueBy, graceBy, negative } = window.value;
  const row = { lang, quote, section, horizon, confidence, negative, saidOn, reviewOn };
  const entry = { ...row, slug, dueFrom, dueBy, graceBy, texts: textsOf(draft), tags: draft.tags };
  const id = await insertForecast(
    tx,
    { ...entry, sourceId: source.value.id, speakerId: speaker.value.id },
    moment,
  );
  const { undated: _, slug: __, reading: ___, ...said } = draft;
  const settled = { ...said, ...window.value, source: source.value.slug, speaker: speaker.value.slug };
  return ok({ id, slug, settled });
}

/**
 * Puts several forecasts on record as one change, so that where one is refused, none
 * is kept. A relation may lead to another of them, by its place, or to one on record, by its slug.
 */
export async function createForecasts(
  tx: Writer,
  drafts: readonly ForecastDraft[],
  moment: Moment,
  { partOf }: Part = {},
): Promise<Result<readonly Recorded[], RefusalOfOne>> {
  const made: (Recorded & { readonly settled: Omit<SettledForecast, "relations"> })[] = [];
  for (const [place, draft] of drafts.entries()) {
    const one = await createAlone(tx, draft, moment);
    if (!one.ok) return err({ ...one.error, place });
    made.push(one.value);
  }
  for (const [place, draft] of drafts.entries()) {
    const one = made[place];
    if (one === undefined) continue;
    const { id, slug, settled } = one;
    const wanted = draft.relations.map(({ kind, to }) => ({
      kind,
      to: typeof to === "number" ? (made[to]?.slug ?? "") : to,
    }));
    const related = await relate(tx, id, wanted);
    if (!related.ok) return err({ kind: "invalid", faults: related.error, place });
    await record(tx, moment.now, {
      action: "forecast-recorded",
      forecastId: id,
      after: { slug, ...saidOf(snapshotOf({ ...settled, relations: wanted })) },
      partOf,
    });
  }
  await placeQuotes(
    tx,
    made.map(({ id, settled }) => ({ forecastId: id, place: settled.place })),
  );
  return ok(made.map(({ id, slug }) => ({ id, slug })));
}

/** Puts a forecast on record, with a new source or speaker where it brings one. */
export async function createForecast(
  tx: Writer,
  draft: ForecastDraft,
  moment: Moment,
  part: Part = {},
): Promise<Result<Recorded, Refusal<NamedRecord>>> {
  const made = await createForecasts(tx, [draft], moment, part);
  if (!made.ok) return made;
  const [one] = made.value;
  if (one === undefined) throw new Error("a forecast is gone inside its own transaction");
  return ok(one);
}
