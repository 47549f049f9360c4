import { z } from "zod";
import { DEFAULT_RATIOS, EVEN_START, type OddsQuestion } from "#domain/evidence/odds.ts";
import { ok, type Result } from "#domain/result.ts";
import type { FieldError } from "./field-error.ts";
import { parseWith } from "./fields.ts";
import { collect } from "./query.ts";

/** The parameters that ask for the odds, as the fields of their form. */
export const ODDS_FIELDS = ["start", "weak", "moderate", "strong"] as const;
export type OddsField = (typeof ODDS_FIELDS)[number];

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
const question = z.strictObject({
  start: numeral(/^\d{1,2}$/, MOST_START, "not-in-range").default(EVEN_START),
  weak: ratio(DEFAULT_RATIOS.weak),
  moderate: ratio(DEFAULT_RATIOS.moderate),
  strong: ratio(DEFAULT_RATIOS.strong),
});

/** The query of `GET /forecasts/{slug}/odds`, strictly. */
export function parseOddsQuery(params: URLSearchParams): Result<OddsQuestion, readonly FieldError[]> {
  const collected = collect(params);
  if (!collected.ok) return collected;
  const parsed = parseWith(question, collected.value);
  if (!parsed.ok) return parsed;
  const { start, ...ratios } = parsed.value;
  return ok({ start, ratios });
}

/** What a page was asked for the odds: what was typed, and what it means. */
export interface OddsAsked {
  readonly isAsked: boolean;
  /** As typed, to be put back into the form; what was left blank is not there. */
  readonly typed: { readonly [F in OddsField]?: string };
  readonly question: Result<OddsQuestion, readonly FieldError[]>;
}

/** The same of a page, whose address carries other parameters too; a field left blank is one left alone. */
export function readOddsAsked(params: URLSearchParams): OddsAsked {
  const given = ODDS_FIELDS.flatMap((field) =>
    params
      .getAll(field)
      .filter((value) => value.trim() !== "")
      .map((value) => [field, value]),
  );
  return {
    isAsked: ODDS_FIELDS.some((field) => params.has(field)),
    typed: Object.fromEntries(given.toReversed()),
    question: parseOddsQuery(new URLSearchParams(given)),
  };
}
