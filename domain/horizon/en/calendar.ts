import { furthest, type Rule, remembered } from "../cursor.ts";
import { type SaidWhen, saidWhen } from "../when.ts";
import { anniversary } from "./anniversary.ts";
import { monthDate, writtenDate } from "./date.ts";
import { dayWord } from "./day-word.ts";
import { goneBy } from "./gone-by.ts";
import { century, decade, seasonName } from "./named-period.ts";
import { numbered, shortenedEnd, weekend } from "./numbered.ts";
import { quarterOrHalf, yearFirst } from "./quarter.ts";
import { relative } from "./unit-period.ts";
import { weekdayName, weekNumber } from "./week.ts";
import { fiscalYear, relativeYear } from "./year.ts";

type Read = Rule<SaidWhen>;
const fiscal: Read = (t, place) => {
  const found = fiscalYear(t, place);
  return found === null ? null : saidWhen(found.value, found.end);
};

const relativeYearAlone: Read = (t, place) => {
  const found = relativeYear(t, place);
  return found === null ? null : saidWhen([found.value], found.end);
};

/** A stretch of the calendar without a part or a bound. */
export const plainCalendar: Read = remembered((t, place) =>
  furthest([
    writtenDate(t, place),
    monthDate(t, place),
    quarterOrHalf(t, place),
    decade(t, place),
    century(t, place),
    seasonName(t, place),
    yearFirst(t, place),
    fiscal(t, place),
    relativeYearAlone(t, place),
    relative(t, place),
    numbered(t, place),
    weekNumber(t, place),
    weekend(t, place),
    goneBy(t, place),
    weekdayName(t, place),
    anniversary(t, place),
    dayWord(t, place),
    shortenedEnd(t, place),
  ]),
);
