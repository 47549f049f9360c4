import type { Found, Tokens } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { dayOf, months, nextOf, oneDay, through, yearOf } from "../period.ts";
import { nextNamed, present, saidWhen, type WhenRule } from "../when.ts";
import { writtenDate as writtenIn } from "../written-date.ts";
import { dayNumber } from "./number.ts";
import { month, thisOrNext } from "./words.ts";
import { yearBehind } from "./year.ts";

export const the = wordsOf("the|the day|day|on the|on");

export const of = wordsOf("of|of the|day of|day of the|day in");

const untilDay = wordsOf("-|to|until|till|through|and|to the|until the|till the|through the|and the|~");

/** Before figures that could be a version or a part of something these show that they are a day. */
const dayBefore = wordsOf("by|on|before|until|till|after|through|from|to");
export const writtenDate: WhenRule = (t, place) => writtenIn(t, place, dayBefore(t, place - 1) !== null);

interface Days {
  readonly first: number;
  readonly last: number;
}

/** "3rd", "the 13th to the 15th". */
function days(t: Tokens, place: number): Found<Days> | null {
  const first = dayNumber(t, the(t, place)?.end ?? place);
  if (first === null) return null;
  const until = untilDay(t, first.end);
  const last = until === null ? null : dayNumber(t, until.end);
  const isRange = last !== null && last.value > first.value;
  // "It may 10x": the number belongs to what is glued to it.
  if (t.at(first.end).glued && t.at(first.end).kind === "word") return null;
  return {
    value: { first: first.value, last: isRange ? last.value : first.value },
    end: isRange ? last.end : first.end,
  };
}

const afterNext = wordsOf("after next");

/** Months that are verbs as well; in lower case with a number behind they may be those. */
const VERBS = new Set(["may", "march"]);

/** A month, with its days before or behind it and its year, as far as they are said. */
export const monthDate: WhenRule = (t, place) => {
  const which = thisOrNext(t, place);
  const relative = which === null ? null : month(t, which.end);
  if (which !== null && relative !== null) {
    const inYear = (year: number) => months(year, relative.value, 1);
    const coming = nextOf(t.saidOn, inYear);
    const isNext = t.is(which.end - 1, "next");
    return saidWhen(isNext ? nextNamed(t.saidOn, inYear) : present([coming]), relative.end);
  }
  const before = days(t, place);
  const named = month(
    t,
    before === null ? (the(t, place)?.end ?? place) : (of(t, before.end)?.end ?? before.end),
  );
  if (named === null) return null;
  const written = t.text[t.at(named.end - 1).start] ?? "";
  const isVerb = VERBS.has(t.at(named.end - 1).text) && written === written.toLowerCase();
  const between = t.is(named.end, "between") ? named.end + 1 : named.end;
  const year0 = before === null && t.at(named.end).text.length === 4 ? yearBehind(t, named.end) : null;
  const behind = before === null && year0 === null ? days(t, between) : null;
  const end = behind?.end ?? named.end;
  const said = before ?? behind;
  const year = year0 ?? yearBehind(t, end);
  const inYear = (of: number) => {
    if (said === null) return months(of, named.value, 1);
    const [first, last] = [said.value.first, said.value.last].map((date) =>
      oneDay(dayOf(of, named.value, date)),
    );
    return first && last ? through(first, last) : null;
  };
  const next = year === null && said === null ? afterNext(t, end) : null;
  if (next !== null) {
    const coming = nextOf(t.saidOn, inYear);
    return saidWhen(present([coming && inYear(yearOf(coming.from) + 1)]), next.end);
  }
  const when =
    year === null
      ? present([nextOf(t.saidOn, inYear)])
      : present(year.value.map(({ from }) => inYear(yearOf(from))));
  if (
    when.length === 0 ||
    (isVerb && year === null && before === null && place === named.end - 1 && behind !== null)
  )
    return null;
  return {
    value: {
      when,
      approximate: false,
      isStrong: year !== null || said !== null,
      isRange: said !== null && said.value.first < said.value.last,
    },
    end: year?.end ?? end,
  };
};
