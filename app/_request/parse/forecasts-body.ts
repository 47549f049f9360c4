import { z } from "zod";
import type { ForecastDraft } from "#db/forecasts/draft.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { FieldError } from "./field-error.ts";
import { by, parseWith } from "./fields.ts";
import { type ForecastBody, parseForecast } from "./forecast-body.ts";
import { listOf } from "./forecast-fields.ts";

/** As many as are put on record with one request. */
const MOST_AT_ONCE = 100;

const several = z.strictObject({
  forecasts: listOf(z.record(z.string(), z.unknown()), MOST_AT_ONCE).min(1, { error: "required" }),
  by,
});

export interface SeveralForecasts {
  readonly drafts: readonly ForecastDraft[];
  readonly by: string | null;
}

/** The name of a field of one of several forecasts, which are counted from 0. */
export const fieldOfOne = (place: number, field: string): string => `forecasts.${place}.${field}`;

/** What is said once of all of them, or makes more of one, is not said of each. */
const NOT_OF_EACH = ["by", "ladder"];

/** The body that puts one forecast on record, or with `forecasts` several at once, each as it would be sent alone. */
export function parseForecasts(
  body: unknown,
): Result<ForecastBody | SeveralForecasts, readonly FieldError[]> {
  const isSeveral = typeof body === "object" && body !== null && Object.hasOwn(body, "forecasts");
  if (!isSeveral) return parseForecast(body);
  const parsed = parseWith(several, body);
  if (!parsed.ok) return parsed;
  const faults: FieldError[] = [];
  const drafts: ForecastDraft[] = [];
  for (const [place, one] of parsed.value.forecasts.entries()) {
    const parsedOne = parseForecast(one);
    const twice = NOT_OF_EACH.filter((field) => Object.hasOwn(one, field));
    faults.push(
      ...twice.map((field) => ({ field: fieldOfOne(place, field), code: "unknown-field" as const })),
    );
    if (parsedOne.ok) drafts.push(parsedOne.value.draft);
    else
      faults.push(...parsedOne.error.map((fault) => ({ ...fault, field: fieldOfOne(place, fault.field) })));
  }
  return faults.length > 0 ? err(faults) : ok({ drafts, by: parsed.value.by });
}
