import { err, ok, type Result } from "#domain/result.ts";
import type { Moment } from "../change/moment.ts";
import type { Refusal } from "../change/refusal.ts";
import type { NamedRecord } from "../sources/create.ts";
import type { Writer } from "../store.ts";
import { createForecasts, type Recorded, sourceOf, speakerOf } from "./create.ts";
import type { ForecastDraft } from "./draft.ts";
import type { FaultsOfSome } from "./from-text.ts";
import { settleDays } from "./settle.ts";

type Refused = Exclude<Refusal<NamedRecord>, { kind: "invalid" }> | FaultsOfSome;

/** What finds or makes the record that a draft names, once for all drafts that name the same. */
function onceEach<Asked>(
  resolve: (asked: Asked) => Promise<Result<{ readonly slug: string }, Refusal<NamedRecord>>>,
) {
  const known = new Map<string, string>();
  return async (asked: Asked): Promise<Result<string, Refusal<NamedRecord>>> => {
    const key = JSON.stringify(asked);
    const slug = known.get(key);
    if (slug !== undefined) return ok(slug);
    const found = await resolve(asked);
    if (!found.ok) return found;
    known.set(key, found.value.slug);
    return ok(found.value.slug);
  };
}

const refusedAt = (place: number, refusal: Refusal<NamedRecord>): Refused =>
  refusal.kind === "invalid" ? { kind: "some-invalid", of: [{ place, faults: refusal.faults }] } : refusal;

/**
 * Puts several forecasts on record, all of them or none. A source or speaker who is new
 * to several of them, in the same words, is one. Where several have faults of their days, all of these are told.
 */
export async function recordAtOnce(
  tx: Writer,
  drafts: readonly ForecastDraft[],
  moment: Moment,
): Promise<Result<readonly Recorded[], Refused>> {
  const of = drafts.flatMap((draft, place): FaultsOfSome["of"][number][] => {
    const settled = settleDays(draft, moment);
    return settled.ok ? [] : [{ place, faults: settled.error }];
  });
  if (of.length > 0) return err({ kind: "some-invalid", of });
  const sourceFor = onceEach((source: ForecastDraft["source"]) => sourceOf(tx, source, moment));
  const speakerFor = onceEach((speaker: ForecastDraft["speaker"]) => speakerOf(tx, speaker, moment));
  const named: ForecastDraft[] = [];
  for (const [place, draft] of drafts.entries()) {
    const source = await sourceFor(draft.source);
    if (!source.ok) return err(refusedAt(place, source.error));
    const speaker = await speakerFor(draft.speaker);
    if (!speaker.ok) return err(refusedAt(place, speaker.error));
    named.push({ ...draft, source: source.value, speaker: speaker.value });
  }
  const made = await createForecasts(tx, named, moment);
  if (made.ok) return made;
  const { place, ...refusal } = made.error;
  return err(refusedAt(place, refusal));
}
