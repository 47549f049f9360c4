import { z } from "zod";
import { DEFAULT_RATIOS, EVEN_START } from "#domain/evidence/odds.ts";

const MOST_START = 99;
const MOST_RATIO = 1000;

/** A number in plain digits, of any width: people type what their keyboard gives them. */
const numeral = (shape: RegExp, most: number, code: "not-in-range" | "not-a-ratio") =>
  z.string().transform((typed, context) => {
    const text = typed.normalize("NFKC").trim();
    const value = Number(text);
    if (shape.test(text) && value >= 1 && value <= most) return value;
    context.addIssue({ code: "custom", message: code, params: { least: 1, limit: most }, input: typed });
    return z.NEVER;
  });

const ratio = (fallback: number) =>
  numeral(/^\d{1,4}(?:\.\d{1,2})?$/, MOST_RATIO, "not-a-ratio").default(fallback);

/** The odds to start from, in percent, and what evidence of each strength is worth. */
export const oddsQuestion = z
  .strictObject({
    start: numeral(/^\d{1,2}$/, MOST_START, "not-in-range").default(EVEN_START),
    weak: ratio(DEFAULT_RATIOS.weak),
    moderate: ratio(DEFAULT_RATIOS.moderate),
    strong: ratio(DEFAULT_RATIOS.strong),
  })
  .transform(({ start, ...ratios }) => ({ start, ratios }));
