import { type GivenRung, isLadderDenied, rungTexts } from "#domain/forecasts/ladder.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Translated } from "#domain/vocabulary.ts";
import type { Moment } from "../change/moment.ts";
import { type ChangeFault, invalid, type Refusal } from "../change/refusal.ts";
import type { NamedRecord } from "../sources/create.ts";
import type { Writer } from "../store.ts";
import { createForecasts, type Recorded, sourceOf, speakerOf } from "./create.ts";
import type { ForecastDraft } from "./draft.ts";
import { readingOf, settleDays } from "./settle.ts";

/** The same claim at another date: the words for it, and what is written for it instead of what the first says. */
export interface RungDraft extends GivenRung {
  readonly horizon: string;
  readonly horizonNote: Translated;
}

/** A first one of which it is settled whether it denies, since the others do as it does. */
type First = ForecastDraft & { readonly negative: boolean };

/** Its window is what its words say, and it stands beside the first. */
function rungOf(draft: First, rung: RungDraft) {
  const { keepingDate, ...texts } = rungTexts(draft, rung.horizon, rung);
  const of: ForecastDraft = {
    ...draft,
    ...texts,
    horizon: rung.horizon,
    horizonNote: rung.horizonNote,
    dueFrom: null,
    dueBy: null,
    undated: false,
    reading: null,
    graceBy: null,
    reviewOn: null,
    relations: [...draft.relations, { kind: "related", to: 0 }],
  };
  return { draft: of, words: rung.horizon, keepingDate };
}

type Rung = ReturnType<typeof rungOf>;

function rungFaults(draft: ForecastDraft, rungs: readonly Rung[], moment: Moment): readonly ChangeFault[] {
  if (rungs.length === 0) return [];
  if (draft.horizon === null) return [{ field: "ladder", code: "ladder-without-horizon" }];
  const unread = rungs.filter(({ draft: one }) => readingOf(one)?.kind !== "window");
  if (unread.length > 0) {
    return [{ field: "ladder", code: "rung-unread", accepted: unread.map(({ words }) => words) }];
  }
  const keeping = rungs.filter(({ keepingDate }) => keepingDate.length > 0);
  if (keeping.length > 0) {
    const accepted = keeping.map(({ words, keepingDate }) => `${words} (${keepingDate.join(", ")})`);
    return [{ field: "ladder", code: "rung-keeps-date", accepted }];
  }
  if (rungs.some(({ draft: { claim } }) => claim.en === null && claim["zh-Hant"] === null)) {
    return [{ field: "ladder", code: "claim-needed" }];
  }
  const refusedFor = (fault: ChangeFault["code"]) =>
    rungs.flatMap(({ draft: one, words }) => {
      const settled = settleDays(one, moment);
      return !settled.ok && settled.error.some(({ code }) => code === fault) ? [words] : [];
    });
  const unquoted = refusedFor("wording-needs-note");
  if (unquoted.length > 0) return [{ field: "ladder", code: "rung-needs-note", accepted: unquoted }];
  const turned = refusedFor("direction-needs-note");
  return turned.length > 0 ? [{ field: "ladder", code: "rung-turned-round", accepted: turned }] : [];
}

/** A forecast that was put on record, and the same claim at other dates. */
export interface Ladder {
  readonly first: Recorded;
  readonly others: readonly Recorded[];
}

/**
 * Puts a forecast on record and, as one change, the same claim at other dates, each said in words that can be read
 * (a ladder). Refused where one of them would say a date of the first.
 *
 * @returns the first, and the others in the order given
 */
export async function createLadder(
  tx: Writer,
  draft: ForecastDraft,
  given: readonly RungDraft[],
  moment: Moment,
): Promise<Result<Ladder, Refusal<NamedRecord>>> {
  const settled = { ...draft, negative: isLadderDenied(draft.negative, draft) };
  const faults = rungFaults(
    draft,
    given.map((rung) => rungOf(settled, rung)),
    moment,
  );
  if (faults.length > 0) return invalid(faults);
  // Once for all of them: a new source or speaker is one, however many forecasts it brings.
  const source = await sourceOf(tx, draft.source, moment);
  if (!source.ok) return source;
  const speaker = await speakerOf(tx, draft.speaker, moment);
  if (!speaker.ok) return speaker;
  const onRecord = { source: source.value.slug, speaker: speaker.value.slug };
  const others = given.map((rung) => rungOf({ ...settled, ...onRecord }, rung).draft);
  const made = await createForecasts(tx, [{ ...draft, ...onRecord }, ...others], moment);
  if (made.ok) {
    const [one, ...rest] = made.value;
    if (one === undefined) throw new Error("a forecast is gone inside its own transaction");
    return ok({ first: one, others: rest });
  }
  const { place: _, ...refusal } = made.error;
  return err(refusal);
}
