import { wordsOf } from "../lexicon.ts";
import { centuryOf, decadeOf, nearestDecade, nextOf, yearOf } from "../period.ts";
import { nextNamed, present, saidWhen, seasonIn, seasonOf, type WhenRule } from "../when.ts";
import { ordinal } from "./number.ts";
import { season, thisOrNext } from "./words.ts";
import { yearBehind } from "./year.ts";

/** "The 2030s", "the '40s": the decade; two digits stand for the nearest. */
export const decade: WhenRule = (t, place) => {
  const hasThe = t.is(place, "the");
  const at = hasThe ? place + 1 : place;
  const hasMark = t.is(at, "'");
  const number = t.at(hasMark ? at + 1 : at);
  const letter = (hasMark ? at + 1 : at) + 1;
  const ends = t.is(letter, "'") ? letter + 1 : letter;
  if (number.kind !== "number" || number.value % 10 !== 0 || !t.is(ends, "s") || !t.at(ends).glued)
    return null;
  const isLong = number.text.length === 4 && number.value >= 1900 && number.value < 2200;
  const isShort = number.text.length === 2 && (hasThe || hasMark);
  if (!isLong && !isShort) return null;
  return saidWhen(
    present([isLong ? decadeOf(number.value) : nearestDecade(t.saidOn, number.value)]),
    ends + 1,
  );
};

const centuryWord = wordsOf("century");

/** "The 21st century". */
export const century: WhenRule = (t, place) => {
  const which = ordinal(t, t.is(place, "the") ? place + 1 : place);
  const word = which === null ? null : centuryWord(t, which.end);
  if (which === null || word === null) return null;
  return saidWhen(present([centuryOf((which.value - 1) * 100)]), word.end);
};

/** "Summer 2027", "this winter", "next spring". */
export const seasonName: WhenRule = (t, place) => {
  const which = thisOrNext(t, place);
  const the = t.is(place, "the") ? place + 1 : place;
  const name = season(t, which?.end ?? the);
  if (name === null) return null;
  const inYear = (year: number) => seasonOf(year, name.value);
  if (which !== null) {
    const isNext = t.is(which.end - 1, "next");
    return saidWhen(isNext ? nextNamed(t.saidOn, inYear) : present([nextOf(t.saidOn, inYear)]), name.end);
  }
  const year = yearBehind(t, name.end);
  if (year === null) return saidWhen(present([nextOf(t.saidOn, inYear)]), name.end, false);
  const second = t.at(year.end + 1);
  const over = t.is(year.end, "/") || t.is(year.end, "-") ? second.value % 100 : Number.NaN;
  const when = year.value.flatMap(({ from }) => seasonIn(yearOf(from), name.value));
  const isOver =
    name.value === "winter" && when[0] !== undefined && over === (yearOf(when[0].from) + 1) % 100;
  return isOver ? saidWhen(when.slice(0, 1), year.end + 2) : saidWhen(when, year.end);
};
