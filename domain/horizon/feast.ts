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
  startsAt: (t: Tokens, place: number): boolean => names(t, t.is(place, "的") ? place + 1 : place) !== null,
};
