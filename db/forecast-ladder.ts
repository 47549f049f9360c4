import { claimAt } from "../domain/ladder.ts";
import { err, ok, type Result } from "../domain/result.ts";
import type { Moment } from "./evidence.ts";
import { createForecasts, type Recorded, sourceOf, speakerOf } from "./forecast-create.ts";
import type { ForecastDraft } from "./forecast-draft.ts";
import { readingOf } from "./forecast-settle.ts";
import { type ChangeFault, invalid, type Refusal } from "./refusal.ts";
import type { Named } from "./source-create.ts";
import type { Actor, Writer } from "./store.ts";

const NO_NOTE = { en: null, "zh-Hant": null };

/** The same claim at another date: its window is what those words say, and it stands beside the first. */
const rungOf = (draft: ForecastDraft, words: string): ForecastDraft => ({
  ...draft,
  claim: claimAt(draft, words),
  horizon: words,
  ...{ dueFrom: null, dueBy: null, undated: false, graceBy: null, reviewOn: null },
  horizonNote: NO_NOTE,
  relations: [...draft.relations, { kind: "related", to: 0 }],
});

function rungFaults(draft: ForecastDraft, rungs: readonly string[]): readonly ChangeFault[] {
  if (rungs.length === 0) return [];
  if (draft.horizon === null) return [{ field: "ladder", code: "ladder-without-horizon" }];
  const unread = rungs.filter((words) => readingOf({ ...draft, horizon: words })?.kind !== "window");
  return unread.length === 0 ? [] : [{ field: "ladder", code: "rung-unread", accepted: unread }];
}

/** A forecast that was put on record, and the same claim at other dates. */
export interface Ladder {
  readonly first: Recorded;
  readonly others: readonly Recorded[];
}

/**
 * Puts a forecast on record and, as one change, the same claim at other dates, each said in words that can be read
 * (a ladder). Call it through `writeWhole`.
 *
 * @returns the first, and the others in the order given
 */
export async function createLadder(
  tx: Writer,
  draft: ForecastDraft,
  rungs: readonly string[],
  actor: Actor,
  moment: Moment,
): Promise<Result<Ladder, Refusal<Named>>> {
  const faults = rungFaults(draft, rungs);
  if (faults.length > 0) return invalid(faults);
  // Once for all of them: a new source or speaker is one, however many forecasts it brings.
  const source = await sourceOf(tx, draft.source, actor, moment);
  if (!source.ok) return source;
  const speaker = await speakerOf(tx, draft.speaker, actor, moment);
  if (!speaker.ok) return speaker;
  const first = { ...draft, source: source.value.slug, speaker: speaker.value.slug };
  const made = await createForecasts(
    tx,
    [first, ...rungs.map((words) => rungOf(first, words))],
    actor,
    moment,
  );
  if (made.ok) {
    const [one, ...others] = made.value;
    if (one === undefined) throw new Error("a forecast is gone inside its own transaction");
    return ok({ first: one, others });
  }
  const { place: _, ...refusal } = made.error;
  return err(refusal);
}
