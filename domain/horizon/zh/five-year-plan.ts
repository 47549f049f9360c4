import { wordsBeside } from "../lexicon.ts";
import { years } from "../period.ts";
import { present, saidWhen, type WhenRule } from "../when.ts";

const PLANS: { readonly [number: string]: number } = {
  十三: 2016,
  十四: 2021,
  十五: 2026,
  十六: 2031,
  十七: 2036,
};
const planWords = wordsBeside(
  "期間|時期|末|末期|期末|初|中期|內|之內|期內|結束|收官|規劃期間|計劃期間|計畫期間|這五年|前|中|當中|期|開局",
);
/** 十五五期間: the five years that a plan of the People's Republic is for, set by law. 十五五規劃 is the plan. */
export const fiveYearPlan: WhenRule = (t, place) => {
  if (!t.is(place, "十")) return null;
  const from = PLANS[t.at(place).text + t.at(place + 1).text];
  if (from === undefined || !t.is(place + 2, "五")) return null;
  const isQuoted = t.at(place - 1).kind === "sign" && t.at(place + 3).kind === "sign";
  const end = isQuoted ? place + 4 : place + 3;
  const last = planEnd(t, end);
  if (last !== null) return saidWhen(present([years(from + 4)]), last.end);
  if (planWords(t, end) === null && t.at(end).kind !== "end" && !TO.has(t.at(place - 1).text)) return null;
  const within = planPeriod(t, end)?.end ?? end;
  return saidWhen(present([years(from, 5)]), within);
};
const planEnd = wordsBeside("末|末期|期末|結束|收官|結束時|收官之年|末年");
const planPeriod = wordsBeside("期間|時期|期內|這五年|規劃期間|計劃期間|計畫期間|期");
const TO = new Set([..."到至在於"]);
