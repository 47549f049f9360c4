import type { Tokens } from "./cursor.ts";
import { wordsBeside } from "./lexicon.ts";

/** Feasts, which are no horizons that we read: a year beside one would be read for the whole of it. */
const names = wordsBeside(
  "christmas|xmas|easter|thanksgiving|halloween|new year|new years|new year's|new year's eve|lunar new year|chinese new year|the new year holiday|new year's day|ramadan|eid|diwali|hanukkah|passover|black friday|golden week|labor day|labour day|memorial day|tet|聖誕|聖誕節|春節|農曆春節|中秋|中秋節|過年|農曆新年|農曆年|農曆年底|舊曆年|端午|端午節|國慶|國慶節|元旦|除夕|小年夜|黃金週|黃金周|雙十節|跨年|新春",
);
const LONGEST = 4;

/** Whether a feast stands right before a place, or over it: the year of "Lunar New Year 2027". */
function endsBefore(t: Tokens, place: number): boolean {
  for (let back = 1; back <= LONGEST; back += 1)
    if ((names(t, place - back)?.end ?? -1) >= place) return true;
  return false;
}

/** Behind what was read, or in the last of it: the 春 of 明年春節 is no spring. */
function follows(t: Tokens, end: number): boolean {
  for (let back = 0; back < LONGEST; back += 1) {
    const name = names(t, back === 0 && t.is(end, "的") ? end + 1 : end - back);
    if (name !== null && name.end > end) return true;
  }
  return false;
}

/** Whether a feast is meant by what stands from one place to another: "by Christmas 2027", 明年春節. */
export const isFeast = (t: Tokens, start: number, end: number): boolean =>
  endsBefore(t, start) || follows(t, end);
