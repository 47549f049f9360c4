import { type Found, furthest, type Tokens } from "../cursor.ts";
import { shortenedEnd } from "../en/numbered.ts";
import { quarterOrHalf } from "../en/quarter.ts";
import { fiscalYear } from "../en/year.ts";
import { wordsOf } from "../lexicon.ts";
import type { When } from "../period.ts";
import { type SaidWhen, saidWhen, type WhenRule } from "../when.ts";
import { within } from "./in-year.ts";
import { yearWords } from "./year.ts";

const endingWith = wordsOf("(截至|(止於|(結束於|(至|(截止");
/** FY2027（截至2027年3月）: when it ends is said. */
function fiscalEnd(t: Tokens, { value, end }: Found<When>): Found<SaidWhen> | null {
  const opened = endingWith(t, end);
  const year = opened === null ? null : yearWords(t, opened.end);
  const last = year === null ? null : within(t, year, opened?.end ?? end)?.value[0];
  const meant = last === undefined || last === null ? undefined : value.find(({ to }) => to === last.to);
  return meant === undefined || year === null
    ? null
    : saidWhen([meant], within(t, year, end)?.end ?? year.end);
}

/** 4Q26, 2H25, FY26, EOY27: as English has them. */
export const latin: WhenRule = (t, place) => {
  const [first, second] = [t.at(place), t.at(place + 1)];
  const isLatin =
    first.kind === "word" || (first.kind === "number" && second.kind === "word" && second.glued);
  if (!isLatin || (first.glued && t.at(place - 1).kind === "word")) return null;
  const fiscal = fiscalYear(t, place);
  const ending = fiscal === null ? null : fiscalEnd(t, fiscal);
  if (ending !== null) return ending;
  return furthest([
    fiscal && saidWhen(fiscal.value, fiscal.end),
    quarterOrHalf(t, place),
    first.kind === "word" ? shortenedEnd(t, place) : null,
  ]);
};
