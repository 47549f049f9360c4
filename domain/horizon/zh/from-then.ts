import type { Candidate } from "../candidate.ts";
import type { Rule } from "../cursor.ts";
import { wordsOf } from "../lexicon.ts";
import { readAmount } from "./amount.ts";
import { calendar } from "./bounded.ts";

const joined = wordsOf("的|,|算|算的|算,");

/** 自2027年起三年內: counted from another day, by which we have no rule, so that none of it is read. */
export const countedFromThen: Rule<Candidate> = (t, place) => {
  const then = calendar(t, place);
  if (then === null || then.value.expression.kind !== "calendar") return null;
  const { how } = then.value.expression;
  if (how !== "no-earlier" && how !== "after") return null;
  const amount = readAmount(t, joined(t, then.end)?.end ?? then.end);
  return amount === null ? null : { value: { ...then.value, isRefused: true }, end: amount.end };
};
