import type { Day } from "../day.ts";
import type { HorizonReading } from "../horizon/read.ts";
import { err, ok, type Result } from "../result.ts";
import { checkWindow, type DueWindow } from "../window.ts";

/** What whoever records a forecast says of its window. Neither days nor `undated` nor a reading: as the words say. */
export interface WindowChoice {
  readonly dueFrom: Day | null;
  readonly dueBy: Day | null;
  /** There is no window, whatever the words say. */
  readonly undated: boolean;
  /** Where the words can be read in more than one way, which way was meant: its name. */
  readonly reading?: string | null | undefined;
}

/** What a window is settled from, besides what was chosen. */
export interface WindowBasis {
  readonly saidOn: Day;
  /** The words for the time as they were read; null where none were given. */
  readonly reading: HorizonReading | null;
  readonly graceBy: Day | null;
  /** Whether the words are the speaker's own, as quoted; where they are not, a note says why. */
  readonly areQuoted: boolean;
  /** Whether a note says why the window, or the words, are others than the speaker's. */
  readonly hasNote: boolean;
}

export type WindowChoiceFault =
  | { readonly field: "horizon"; readonly code: "horizon-unread" | "horizon-past" }
  | {
      readonly field: "reading";
      readonly code: "horizon-ambiguous" | "no-such-reading";
      /** The names of the ways in which the words can be read. */
      readonly accepted: readonly string[];
    }
  | { readonly field: "reading"; readonly code: "reading-with-days" }
  | { readonly field: "horizonNote"; readonly code: "overruling-needs-note" | "wording-needs-note" }
  | { readonly field: "undated"; readonly code: "undated-with-days" }
  | { readonly field: "dueFrom"; readonly code: "opens-before-said"; readonly day: Day }
  | { readonly field: "dueBy"; readonly code: "closes-before-opening"; readonly day: Day | undefined }
  | { readonly field: "graceBy"; readonly code: "grace-without-end" | "grace-not-after-end" };

type Bounds = Pick<DueWindow, "dueFrom" | "dueBy">;
const NONE: Bounds = { dueFrom: null, dueBy: null };
const isSame = (a: Bounds, b: Bounds) => a.dueFrom === b.dueFrom && a.dueBy === b.dueBy;

/**
 * The name of one of several ways to read words: its window, as an interval of ISO 8601.
 *
 * @example windowName({ dueFrom: day("2026-11-01"), dueBy: day("2026-11-30") }) // "2026-11-01/2026-11-30"
 */
export const windowName = ({ dueFrom, dueBy }: Bounds): string => `${dueFrom ?? ".."}/${dueBy ?? ".."}`;

/** The windows that words leave open; none where they name a time gone by. */
function saidWindows(reading: HorizonReading | null): readonly Bounds[] {
  switch (reading?.kind) {
    case "window":
      return [reading.window];
    case "ambiguous":
      return reading.readings.map(({ window }) => window);
    case "past":
      return [];
    default:
      return [NONE];
  }
}

/**
 * Whether a window is another than the words say: overruled, which takes a note and is shown. Words that can be read
 * in two ways leave the choice of either open.
 *
 * @param reading null where no words were given
 */
export const isOverruled = (reading: HorizonReading | null, window: Bounds): boolean =>
  !saidWindows(reading).some((said) => isSame(said, window));

/**
 * What was chosen, seen from a window that is on record: nothing, where it is what the words alone say; one of their
 * readings, where they have several.
 *
 * @example choiceOf(null, { dueFrom: null, dueBy: null }) // nothing was chosen: { dueFrom: null, dueBy: null, undated: false }
 */
export function choiceOf(reading: HorizonReading | null, { dueFrom, dueBy }: Bounds): WindowChoice {
  const asSaid = asTheWordsSay(reading);
  if (asSaid.ok && isSame(asSaid.value, { dueFrom, dueBy })) return { ...NONE, undated: false };
  if (reading?.kind === "ambiguous" && !isOverruled(reading, { dueFrom, dueBy })) {
    return { ...NONE, undated: false, reading: windowName({ dueFrom, dueBy }) };
  }
  return { dueFrom, dueBy, undated: dueFrom === null };
}

function asTheWordsSay(reading: HorizonReading | null): Result<Bounds, WindowChoiceFault> {
  switch (reading?.kind) {
    case "window":
      return ok(reading.window);
    case "ambiguous":
      return err({
        field: "reading",
        code: "horizon-ambiguous",
        accepted: saidWindows(reading).map(windowName),
      });
    case "past":
      return err({ field: "horizon", code: "horizon-past" });
    case "unread":
    case "none":
      return err({ field: "horizon", code: "horizon-unread" });
    default:
      return ok(NONE);
  }
}

/** The window of the reading that was named. */
function namedReading(name: string, reading: HorizonReading | null): Result<Bounds, WindowChoiceFault> {
  const windows = saidWindows(reading);
  const named = windows.find((window) => windowName(window) === name);
  if (named !== undefined) return ok(named);
  const code = reading?.kind === "ambiguous" ? "horizon-ambiguous" : "no-such-reading";
  return err({ field: "reading", code, accepted: windows.map(windowName) });
}

function chosen({ dueFrom, dueBy, undated }: WindowChoice, saidOn: Day): Bounds | null {
  if (undated) return NONE;
  if (dueFrom === null && dueBy === null) return null;
  // "By" a day opens on the day it was said, typed or in words.
  return { dueFrom: dueFrom ?? saidOn, dueBy };
}

function faultOf(saidOn: Day, window: DueWindow): WindowChoiceFault | null {
  const checked = checkWindow(saidOn, window);
  if (checked.ok) return null;
  switch (checked.error.code) {
    case "missing":
    case "before-said":
      return { field: "dueFrom", code: "opens-before-said", day: saidOn };
    case "before-due-from":
      return { field: "dueBy", code: "closes-before-opening", day: window.dueFrom ?? undefined };
    case "without-due-by":
      return { field: "graceBy", code: "grace-without-end" };
    case "not-after-due-by":
      return { field: "graceBy", code: "grace-not-after-end" };
    default:
      return checked.error satisfies never;
  }
}

/**
 * The window of a forecast: what the words say, unless another was chosen, which takes a note; so do words that are not
 * in the quote. Words that cannot be read, name a time gone by, or can be read in two ways ask for a choice; to name
 * one of the ways overrules nothing.
 *
 * @returns the window, or the first fault
 */
export function settleWindow(
  choice: WindowChoice,
  { saidOn, reading, graceBy, areQuoted, hasNote }: WindowBasis,
): Result<DueWindow, WindowChoiceFault> {
  if (choice.undated && (choice.dueFrom !== null || choice.dueBy !== null)) {
    return err({ field: "undated", code: "undated-with-days" });
  }
  const given = chosen(choice, saidOn);
  const named = choice.reading ?? null;
  if (named !== null && given !== null) return err({ field: "reading", code: "reading-with-days" });
  const asSaid = named === null ? asTheWordsSay(reading) : namedReading(named, reading);
  const bounds = given === null ? asSaid : ok(given);
  if (!bounds.ok) return bounds;
  const { dueFrom, dueBy } = bounds.value;
  const window = { dueFrom, dueBy, graceBy };
  const fault = faultOf(saidOn, window);
  if (fault !== null) return err(fault);
  if (isOverruled(reading, window) && !hasNote) {
    return err({ field: "horizonNote", code: "overruling-needs-note" });
  }
  if (!areQuoted && !hasNote) return err({ field: "horizonNote", code: "wording-needs-note" });
  return ok(window);
}
