import type { Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { daySpanOn } from "../period.ts";
import { spanOf } from "../span.ts";
import { type SaidWhen, saidWhen } from "../when.ts";
import { relativeMonth, relativeYear } from "./words.ts";

const sameTime = wordsOf(
  "此時|此刻|這個時候|這時候|這時|這個時間|這個時節|今日|今天|這一天|同一天|同一時間|此時此刻",
);

/** 明年此時, 後年的這個時候, 下個月今天: that one day. */
export const anniversary: Rule<SaidWhen> = (t, place) => {
  const year = relativeYear(t, place);
  const month = year === null ? relativeMonth(t, place) : null;
  const named = year ?? month;
  if (named === null) return null;
  const same = sameTime(t, t.is(named.end, "的") ? named.end + 1 : named.end);
  const [first, last] = year?.value ?? [month?.value, month?.value];
  if (same === null || first === undefined || first === 0 || first !== last) return null;
  const ahead = spanOf(first, year === null ? "month" : "year");
  return saidWhen(daySpanOn(t.saidOn, ahead), same.end);
};
