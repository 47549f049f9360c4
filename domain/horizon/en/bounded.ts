import { daysAfter, monthsAfter } from "../../day.ts";
import { type Found, furthest, type Rule, remembered, type Tokens } from "../cursor.ts";
import type { Bound, Candidate, CandidateRule, Expression } from "../expression.ts";
import { lexicon, wordsOf } from "../lexicon.ts";
import { yearOf } from "../period.ts";
import { spanOf, type Unit } from "../span.ts";
import { unitPeriod } from "./unit-period.ts";
import { readWhen } from "./when.ts";
import { hedge } from "./words.ts";

export const inCalendar = (
  t: Tokens,
  start: number,
  end: number,
  how: Bound,
  when: Extract<Expression, { kind: "calendar" }>["when"],
  approximate = false,
): Expression => ({
  kind: "calendar",
  how,
  bound: t.between(start, start + 1),
  when,
  whenWords: t.between(start, end),
  approximate,
});

/** Those that a denial leaves nothing of, or turns into "sooner": "it won't take until 2030". */
const AT_THE_EARLIEST =
  "no earlier than|not earlier than|not before|not until|not till|not until at least|not till at least|not before at least|take until|takes until|take until at least|takes until at least|no sooner than|not sooner than|at the earliest|at the earliest in|at the earliest by|earliest|never before|only from|only in|only after";

const bounds = lexicon<Bound>([
  [
    "the latest is|the latest would be|latest is|by or before|in or before|at or before|by sometime in|by some time in|by some point in|by sometime|through to|right through|all the way to|all the way through|as far out as|due by|by no later than the|by|no later than|not later than|latest by|at the latest by|on or before|through|thru|as late as|not after|up through|between now and|from now until|from now to|from now through|now through|by no later than|latest|at the latest in|at latest in|at the latest|at the very latest in|at the very latest by|at the very latest|latest in",
    "by",
  ],
  ["until|till|til|up until|up to|out to|until sometime in|until some time in|until sometime", "until"],
  [
    "until at least|till at least|at least until|at least till|until well into|till well into|until at the earliest|not even until",
    "until-least",
  ],
  [
    "until after|till after|until sometime after|until some time after|till sometime after|until well after|until shortly after|until long after",
    "until-after",
  ],
  [
    "before|prior to|ahead of|earlier than|sooner than|before the|< |this side of|well before|long before|just before|shortly before|pre -",
    "before",
  ],
  [
    `${AT_THE_EARLIEST}|starting|starting in|starting from|starting on|beginning in|beginning on|beginning|from|since|as of|on or after|effective|the earliest is|earliest is|the earliest would be|in or after|at or after|from about|from around|starting around|starting about`,
    "no-earlier",
  ],
  ["as early as|as soon as", "as-early"],
  [
    "post -|after|later than|past|beyond|following|anytime after|any time after|only after|not until after|not till after|not until sometime after|not until well after|not until shortly after|not until long after",
    "after",
  ],
  [
    "come|in|on|at|during|for|sometime in|some time in|at some point in|within|over|throughout|toward|towards|into|in or around|sometime during|sometime|around|about|as of|some time|in the|at the|on the|during the|within the|in the year",
    "in",
  ],
]);

/** Short forms that are words as well when they are not written so: "NET 2028", "NLT June". */
const SHORT_FORMS: { readonly [words: string]: Bound } = { NET: "no-earlier", NLT: "by" };
const shortWords = wordsOf("net|nlt");
const short: Rule<Bound> = (t, place) => {
  if (shortWords(t, place) === null) return null;
  const found = SHORT_FORMS[t.between(place, place + 1)];
  return found === undefined ? null : { value: found, end: place + 1 };
};

const moments = wordsOf(
  "midnight|noon|midday|close of business|close of trading|close of play|the close of business|the close of trading|cob|eod|end of day|the end of the day on|end of business|the end of business|the close on|the stroke of midnight|morning of|the morning of|the evening of",
);
const halfDays = wordsOf("am|pm|a.m.|p.m.|a.m|p.m|o'clock|hours|hrs");
const zones = wordsOf(
  "et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt|utc|gmt|bst|cet|cest|eet|jst|kst|hkt|sgt|ist|aest|eastern|central|mountain|pacific|eastern time|pacific time|central time|london time|local time|new york time|taipei time|beijing time|( et )|( utc )|( pt )",
);
const onThat = wordsOf("on|of|,|, on|on the");

/** "11:59 PM ET on", "close of business on": a time of day over which a bound goes on to its day. */
function timeOfDay(t: Tokens, place: number): number {
  const named = moments(t, place)?.end;
  const [hour, sign, minute] = [t.at(place), t.at(place + 1), t.at(place + 2)];
  const isClock = hour.kind === "number" && sign.text === ":" && minute.kind === "number" && minute.glued;
  const behind = isClock ? place + 3 : hour.kind === "number" && halfDays(t, place + 1) ? place + 1 : null;
  const start = named ?? behind;
  if (start === null) return place;
  const half = halfDays(t, start)?.end ?? start;
  const zone = zones(t, half)?.end ?? half;
  const offset =
    zone > half && (t.is(zone, "+") || t.is(zone, "-")) && t.at(zone + 1).kind === "number" ? zone + 2 : zone;
  return onThat(t, offset)?.end ?? offset;
}

const onlySaid = wordsOf(AT_THE_EARLIEST);
const earliest = wordsOf("at the earliest|at the very earliest|, at the earliest|earliest");
/** Until then these go on, so that "it won't last until 2030" has an end before it. */
const goesOn = wordsOf(
  "wait|waiting|take|takes|taking|need|needs|have|has|last|survive|endure|hold out|hang on|make it",
);
const noNeed = wordsOf(
  "needn't wait|no need to wait|not need to wait|don't need to wait|doesn't need to wait|no reason to wait|not only|not just",
);
const isBehind = (t: Tokens, place: number, words: typeof goesOn, most: number) => {
  for (let back = 1; back <= most; back += 1) if (words(t, place - back)?.end === place) return true;
  return false;
};

const lateSuffix = lexicon<Bound>([
  [
    "at the latest|at the very latest|, at the very latest|or earlier|or sooner|or before|, at the latest|latest|or before that|or before then|, or sooner|, or earlier|if not sooner|, if not sooner|if not earlier|, if not earlier|if not before|, if not before|, latest|at the outside|tops|, tops|at the absolute latest|( at the latest )",
    "by",
  ],
  [
    "at the earliest|at the soonest|at soonest|, at the soonest|at the very soonest|at the very earliest|or later|or after|onward|onwards|and beyond|and after|or beyond|and later|forward|, at the earliest|, at the very earliest|on|earliest|, or later|, earliest|if not later|, if not later|or thereafter|and thereafter|or beyond that|or even later|+|( at the earliest )",
    "no-earlier",
  ],
]);

const isThen = wordsOf("is|be|'s|was|are|would be|will be|could be|remains|it's");
const limits = lexicon<Bound>([
  ["earliest|soonest", "no-earlier"],
  ["latest", "by"],
]);
const MOST_TO_LIMIT = 10;
const startingIn = wordsOf("beginning in|starting in|beginning on|starting on|beginning|starting");
/** "Deliveries beginning in the first quarter" begin then; "beginning in 2027, all of them must" is from then on. */
function isStartOf(t: Tokens, place: number, bound: Found<Bound> | null): boolean {
  if (bound === null || startingIn(t, place)?.end !== bound.end || t.at(place - 1).kind !== "word")
    return false;
  for (let back = 2; back <= MOST_TO_LIMIT; back += 1) if (foresees(t, place - back) !== null) return true;
  return false;
}
const foresees = wordsOf(
  "see|sees|expect|expects|anticipate|anticipates|forecast|forecasts|project|projects|predict|predicts",
);

/** "The earliest it could launch is November 2022". */
export function limitBefore(t: Tokens, place: number): Bound | null {
  if (isThen(t, place - 1) === null) return null;
  for (let back = 2; back <= MOST_TO_LIMIT; back += 1) {
    if (t.at(place - back).kind === "sign") return null;
    const found = limits(t, place - back);
    if (found !== null) return found.value;
  }
  return null;
}

/** What bounds the time before it; "latest" in "2028, latest 2029" bounds the one behind. */
function lateBehind(t: Tokens, place: number): Found<Bound> | null {
  const found = lateSuffix(t, place);
  if (found === null) return null;
  const isPlus = t.is(found.end - 1, "+");
  if (isPlus && (!t.at(place).glued || t.is(found.end, "/"))) return null;
  const isBare = t.is(found.end - 1, "latest") || t.is(found.end - 1, "earliest");
  return isBare && found.end - place <= 2 && readWhen(t, found.end) !== null ? null : found;
}

/** "By the end of 2027", "before mid-2028", "in Q3", "2032 at the earliest", "next year". */
export const calendar: CandidateRule = remembered<Candidate>((t, place) => {
  const opening = bounds(t, place) ?? short(t, place);
  const bound = opening && { value: opening.value, end: timeOfDay(t, opening.end) };
  const withBound = bound === null ? null : readWhen(t, bound.end);
  // "From 2030 to 2035" and "between": the range has its own opening word.
  const own = readWhen(t, place);
  const isRange = t.is(place, "from") && own !== null && own.end === withBound?.end;
  const found = isRange ? own : furthest([withBound, own]);
  if (found === null || found.value.when.length === 0) return null;
  const usesBound = found === withBound;
  // "Starting today" tells of now; "by today" or "from today to" may still be meant.
  const isToday =
    usesBound && t.is(found.end - 1, "today") && bound?.value !== "by" && bound?.value !== "until";
  if (isToday) return null;
  const suffix = lateBehind(t, found.end);
  const isOn = suffix !== null && suffix.end === found.end + 1 && t.is(found.end, "on");
  const late = isOn && !(usesBound && bound?.value === "no-earlier") ? null : suffix;
  const limit = usesBound || late !== null ? null : limitBefore(t, place);
  if (!usesBound && !found.value.isStrong && late === null && limit === null) return null;
  const said = isStartOf(t, place, bound) ? "in" : (limit ?? (usesBound ? (bound?.value ?? "in") : "in"));
  if (usesBound && bound !== null && namesAnother(t, bound.end, found.end)) return null;
  // "Won't open until 2030 at the earliest": a denial is over when 2030 begins.
  const isLeast =
    late?.value === "no-earlier" && (said === "until" || said === "before" || said === "until-least");
  const how = isLeast ? "until-least" : (late?.value ?? said);
  const start = usesBound && bound !== null ? bound.end : place;
  const isUntil = said === "until" || said === "until-least" || said === "until-after";
  const onlyAffirmed =
    (isUntil && isBehind(t, place, goesOn, 2)) ||
    (how === "no-earlier" &&
      ((usesBound && onlySaid(t, place)?.end === start) ||
        (late !== null && earliest(t, found.end)?.end === late.end)));
  // "Not only from 2030", "no need to wait until 2030": sooner.
  const isSooner = isBehind(t, place, noNeed, 5) || (t.is(place - 1, "not") && t.is(place, "only"));
  return {
    value: {
      onlyAffirmed,
      isRefused:
        (isSooner && (isUntil || how === "no-earlier")) ||
        (found.value.isEither === true && how === "before"),
      expression: {
        kind: "calendar",
        how,
        bound: usesBound ? t.between(place, start) : late === null ? "" : t.between(found.end, late.end),
        when: found.value.when,
        whenWords: t.between(start, found.end),
        // "Some time in" is no "some": at any moment in it.
        approximate: found.value.approximate || (usesBound && hedge(t, place)?.end === bound?.end),
      },
    },
    end: late?.end ?? found.end,
  };
});

const frame = wordsOf("timeframe|time frame|time-frame|period|timeline|time|window|range|or|to|-|and");

/** "Before the 2028 Olympics": the year tells which of them, and nothing of the day. */
function namesAnother(t: Tokens, start: number, end: number): boolean {
  const isThe = t.is(start - 1, "the") || t.is(start, "the");
  const year = t.is(start, "the") ? start + 1 : start;
  const isYear = t.at(year).kind === "number" && t.at(year).text.length === 4 && end === year + 1;
  return isThe && isYear && t.at(end).kind === "word" && frame(t, end) === null;
}

const within = lexicon<Unit>([
  ["within the year|inside the year|inside of the year", "year"],
  ["within the decade", "decade"],
  ["within the month", "month"],
  ["within the quarter", "quarter"],
  ["within the week", "week"],
  ["within the century", "century"],
]);

/** "Within the year": by the end of this one, or within twelve months. */
export const withinThe: CandidateRule = (t, place) => {
  const found = within(t, place);
  if (found === null) return null;
  const period = unitPeriod(t, found.value, 0);
  const { months, days } = spanOf(1, found.value);
  if (period === null || yearOf(t.saidOn) + months / 12 > 9998) return null;
  const rolling = { from: t.saidOn, to: daysAfter(monthsAfter(t.saidOn, months), days) };
  return { value: { expression: inCalendar(t, place, found.end, "in", [period, rolling]) }, end: found.end };
};
