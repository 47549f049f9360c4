import type { Tokens } from "./cursor.ts";
import { wordsOf } from "./lexicon.ts";

/** Feasts, which are no horizons that we read: a year beside one would be read for the whole of it. */
const names = wordsOf(
  "christmas|xmas|easter|thanksgiving|halloween|new year's|new year's eve|ramadan|diwali|hanukkah|聖誕|聖誕節|春節|中秋|中秋節|過年|農曆新年|端午|國慶|國慶節|元旦|除夕",
);
const LONGEST = 4;

export const feast = {
  endsBefore: (t: Tokens, place: number): boolean => {
    for (let back = 1; back <= LONGEST; back += 1) if (names(t, place - back)?.end === place) return true;
    return false;
  },
  /** Behind what was read, or in the last of it: the 春 of 明年春節 is no spring. */
  follows: (t: Tokens, end: number): boolean => {
    for (let back = 0; back < LONGEST; back += 1) {
      const name = names(t, back === 0 && t.is(end, "的") ? end + 1 : end - back);
      if (name !== null && name.end > end) return true;
    }
    return false;
  },
};
