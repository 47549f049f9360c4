import type { OddsQuestion } from "#domain/evidence/odds.ts";
import type { Result } from "#domain/result.ts";
import type { FieldError } from "#operations/field-error.ts";
import { parseWith } from "#operations/fields.ts";
import { oddsQuestion } from "#operations/odds-question.ts";

/** The parameters that ask for the odds, as the fields of their form. */
export const ODDS_FIELDS = ["start", "weak", "moderate", "strong"] as const;
export type OddsField = (typeof ODDS_FIELDS)[number];

/** What a page was asked for the odds: what was typed, and what it means. */
export interface OddsAsked {
  readonly isAsked: boolean;
  /** As typed, to be put back into the form; what was left blank is not there. */
  readonly typed: { readonly [F in OddsField]?: string };
  readonly question: Result<OddsQuestion, readonly FieldError[]>;
}

/** The odds that a page is asked for, whose address carries other parameters too; a field left blank is one left alone. */
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
    question: parseWith(oddsQuestion, Object.fromEntries(given)),
  };
}
