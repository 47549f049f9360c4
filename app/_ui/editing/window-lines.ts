import type { HorizonReading } from "../../../domain/horizon.ts";
import type { Language } from "../../../domain/vocabulary.ts";
import type { DueWindow } from "../../../domain/window.ts";
import type { Messages } from "../../../messages/en.ts";
import { writeDay } from "../day.tsx";
import { explainHorizon } from "../horizon-text.ts";

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
 * @param isNegative whether the claim is put down as one of what will not happen
 */
export function windowLines(
  reading: HorizonReading | null,
  language: Language,
  m: Messages,
  isNegative = false,
): readonly string[] {
  const e = m.editing;
  const lines = linesOf(reading, language, m);
  const denies = (reading?.kind === "window" || reading?.kind === "vague") && reading.negative;
  if (isNegative) return [...lines, e.takenNegative];
  return denies ? [...lines, e.negates] : lines;
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
      return [
        e.ambiguous,
        ...reading.readings.map(
          ({ window }) =>
            `${windowWords(window, language, m)} (${window.dueFrom ?? ""} – ${window.dueBy ?? ""})`,
        ),
      ];
    case "vague":
      return [e.noWindow];
    case "past":
      return [e.past];
    case "none":
      return [e.unread];
    default:
      return [e.noWords];
  }
}
