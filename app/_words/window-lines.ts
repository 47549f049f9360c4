import { saysNegative, type TimedWords } from "#domain/forecasts/chosen-direction.ts";
import { windowName } from "#domain/forecasts/chosen-window.ts";
import type { HorizonReading } from "#domain/horizon/read.ts";
import type { Language } from "#domain/vocabulary.ts";
import type { DueWindow } from "#domain/window.ts";
import type { Messages } from "#messages/en.ts";
import { writeDay } from "#operations/words/day.ts";
import { explainHorizon } from "#operations/words/horizon.ts";
import type { FieldNote } from "./form-state.ts";

/** What is told of words for a time, with the ways to read them where there are several. */
export const toldOf = (
  lines: readonly string[],
  reading: HorizonReading | null,
  language: Language,
  m: Messages,
): FieldNote => ({
  lines,
  readings:
    reading?.kind === "ambiguous"
      ? reading.readings.map((one) => ({
          value: windowName(one.window),
          text: windowWords(one.window, language, m),
          means: explainHorizon(one, language, m),
        }))
      : [],
});

/** A due window in plain words. */
export function windowWords(window: DueWindow, language: Language, m: Messages): string {
  const { dueFrom, dueBy } = window;
  if (dueFrom === null) return m.when.undated;
  const from = writeDay(dueFrom, language);
  if (dueBy === null) return m.when.windowOpen(from).join("");
  if (dueBy === dueFrom) return m.when.windowDay(from).join("");
  return m.when.window(from, writeDay(dueBy, language)).join("");
}

/**
 * What is to be told of the words for the time, while they are typed and afterwards: the window and how it follows,
 * or why there is none.
 *
 * @param reading null where no words were given
 * @param direction the words as they were said, and whether the claim was put down as one of what will not happen
 */
export function windowLines(
  reading: HorizonReading | null,
  language: Language,
  m: Messages,
  direction: { readonly words: TimedWords; readonly negative: boolean | null } | null = null,
): readonly string[] {
  const lines = linesOf(reading, language, m);
  return direction === null ? lines : [...lines, ...directionLines(direction.negative, direction.words, m)];
}

function directionLines(chosen: boolean | null, words: TimedWords, m: Messages): readonly string[] {
  const said = saysNegative(words);
  const negative = chosen ?? said ?? false;
  return takenLines(negative, said !== null && said !== negative, m);
}

/**
 * Which way a claim is taken.
 *
 * @param isTurned whether that is the opposite of what its words for the time say
 */
export function takenLines(negative: boolean, isTurned: boolean, m: Messages): readonly string[] {
  const { takenNegative, turnedRound } = m.editing;
  if (isTurned) return [turnedRound[negative ? "yes" : "no"]];
  return negative ? [takenNegative] : [];
}

function linesOf(reading: HorizonReading | null, language: Language, m: Messages): readonly string[] {
  const e = m.editing;
  switch (reading?.kind) {
    case "window": {
      const { window, approximate, proposedGraceBy } = reading;
      return [
        `${e.windowIs}${e.colon}${windowWords(window, language, m)}`,
        explainHorizon(reading, language, m),
        ...(approximate && proposedGraceBy !== null
          ? [e.approximate(`${writeDay(proposedGraceBy, language)} (${proposedGraceBy})`)]
          : []),
      ];
    }
    case "ambiguous":
      return [e.ambiguous];
    case "vague":
      return [e.noWindow];
    case "past":
      return [e.past];
    case "unread":
      return [e.unreadWhole(reading.words)];
    case "none":
      return [e.unread];
    default:
      return [e.noWords];
  }
}
