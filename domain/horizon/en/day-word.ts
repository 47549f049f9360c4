import { daysAfter } from "../../day.ts";
import type { Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import type { SaidWhen } from "../when.ts";

type Read = Rule<SaidWhen>;

const tomorrow = wordsOf("tomorrow");

const dayAfterTomorrow = wordsOf("the day after tomorrow|day after tomorrow");

const today = wordsOf("today|the present day");

const nextDay = wordsOf("the next day|the following day|the day after");

/** "Tomorrow", "today": a day, though hardly a horizon where it stands alone. */
export const dayWord: Read = (t, place) => {
  const found = [dayAfterTomorrow, tomorrow, nextDay, today].map((rule) => rule(t, place));
  const at = found.findIndex((one) => one !== null);
  const end = found[at]?.end;
  if (end === undefined) return null;
  const on = daysAfter(t.saidOn, [2, 1, 1, 0][at] ?? 0);
  return { value: { when: [{ from: on, to: on }], approximate: false, isStrong: false }, end };
};
