import type { HorizonReading, Reading } from "#domain/horizon/read.ts";

/**
 * A phrase, what it is to be read as, and the day it was said where that is not the usual one. Written like
 * "2027-09-10..2028-09-10"; open with nothing behind the dots, "~" and the proposed grace where it is hedged, "not" in
 * front where it is denied, "|" between the ways to read it; else "vague", "not vague", "past", "unread" or "none".
 */
export type Phrase = readonly [phrase: string, read: string, saidOn?: string];

/** The day on which the phrases of the tables were said. */
export const SAID_ON = "2025-09-10";

function writtenWindow({ window, approximate, proposedGraceBy, negative }: Reading): string {
  const grace = approximate ? ` ~${proposedGraceBy ?? ""}` : "";
  return `${negative ? "not " : ""}${window.dueFrom}..${window.dueBy ?? ""}${grace}`;
}

/** A reading as the tables write it. */
export function writtenReading(reading: HorizonReading): string {
  switch (reading.kind) {
    case "window":
      return writtenWindow(reading);
    case "ambiguous":
      return reading.readings.map(writtenWindow).join(" | ");
    case "vague":
      return reading.negative ? "not vague" : "vague";
    default:
      return reading.kind;
  }
}
