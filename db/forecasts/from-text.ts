import { err, ok, type Result } from "#domain/result.ts";
import type { Moment } from "../change/moment.ts";
import type { ChangeFault, Refusal } from "../change/refusal.ts";
import type { NamedRecord } from "../sources/create.ts";
import { createSpeaker, type SpeakerDraft } from "../sources/create-speaker.ts";
import { listSourceQuotes } from "../sources/quote-places.ts";
import type { Writer } from "../store.ts";
import { createForecasts, type Recorded } from "./create.ts";
import type { ForecastDraft } from "./draft.ts";
import { settleDays } from "./settle.ts";

/** Forecasts chosen from a text. A speaker who is new is one, however many of them they made: a place in `speakers`. */
export interface Chosen {
  readonly drafts: readonly (Omit<ForecastDraft, "speaker"> & { readonly speaker: string | number })[];
  readonly speakers: ReadonlyMap<number, SpeakerDraft>;
}

/** What is wrong with some of several forecasts, each by its place among them. */
export interface FaultsOfSome {
  readonly kind: "some-invalid";
  readonly of: readonly { readonly place: number; readonly faults: readonly ChangeFault[] }[];
}

/**
 * The drafts whose words a forecast of the same source has been taken from already: somebody was faster, or sent them
 * twice.
 */
async function quotedAlready(tx: Writer, drafts: Chosen["drafts"]): Promise<FaultsOfSome["of"]> {
  const named = new Set(drafts.flatMap(({ source }) => (typeof source === "string" ? [source] : [])));
  const quotesOf = new Map<string, ReadonlySet<string>>();
  for (const source of named) {
    quotesOf.set(source, new Set((await listSourceQuotes(tx, source)).map(({ quote }) => quote)));
  }
  return drafts.flatMap(({ source, quote }, place) =>
    typeof source === "string" && quotesOf.get(source)?.has(quote)
      ? [{ place, faults: [{ field: "take", code: "quote-on-record" }] }]
      : [],
  );
}

/**
 * Puts forecasts that were chosen from a text on record, all of them or none. Where
 * several have faults of their days, or were taken from the source before, all of these are told.
 */
export async function recordChosen(
  tx: Writer,
  { drafts, speakers }: Chosen,
  moment: Moment,
): Promise<Result<readonly Recorded[], Exclude<Refusal<NamedRecord>, { kind: "invalid" }> | FaultsOfSome>> {
  const of = drafts.flatMap(({ speaker, ...draft }, place): FaultsOfSome["of"][number][] => {
    const settled = settleDays({ ...draft, speaker: String(speaker) }, moment);
    return settled.ok ? [] : [{ place, faults: settled.error }];
  });
  of.push(...(await quotedAlready(tx, drafts)));
  if (of.length > 0) return err({ kind: "some-invalid", of });

  const slugs = new Map<number, string>();
  for (const [place, draft] of speakers) {
    if (!drafts.some(({ speaker }) => speaker === place)) continue;
    slugs.set(place, (await createSpeaker(tx, draft, moment)).slug);
  }
  const spoken = drafts.map((draft) => ({
    ...draft,
    speaker: typeof draft.speaker === "number" ? (slugs.get(draft.speaker) ?? "") : draft.speaker,
  }));
  const made = await createForecasts(tx, spoken, moment);
  if (made.ok) return ok(made.value);
  const { place, ...refusal } = made.error;
  return err(
    refusal.kind === "invalid" ? { kind: "some-invalid", of: [{ place, faults: refusal.faults }] } : refusal,
  );
}
