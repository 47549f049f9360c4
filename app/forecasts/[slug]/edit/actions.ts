"use server";

import { changeForecast } from "#db/forecasts/change.ts";
import { withdrawForecast } from "#db/forecasts/withdraw.ts";
import { parseWith } from "#operations/fields.ts";
import { withdrawForecast as withdrawing } from "#operations/forecasts.ts";
import { answerForm } from "../../../_request/forms/form-action.ts";
import { typedDifferences } from "../../../_request/forms/typed-differences.ts";
import { tellOfWords } from "../../../_request/forms/typed-words.ts";
import { FORECAST_CHANGE_FORM, parseForecastChangeForm } from "../../../_request/parse/forecast-form.ts";
import { WITHDRAWAL_FORM } from "../../../_request/parse/form.ts";
import type { FormState } from "../../../_words/form-state.ts";
import { routes, withQuery } from "../../../_words/routes.ts";

// What is bound to an action comes back from the browser, so it is only ever looked up, as text.

const savedAt = (slug: string, saved: string) =>
  withQuery(routes.forecast(slug), new URLSearchParams({ saved }));

export async function changeForecastAction(
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: FORECAST_CHANGE_FORM,
    parse: parseForecastChangeForm,
    change: (tx, { patch, by, ...basis }, moment) =>
      changeForecast(tx, String(slug), patch, basis, { by }, moment),
    address: ({ changed }) => savedAt(String(slug), changed ? "forecast-changed" : "forecast-unchanged"),
    page: routes.forecastEdit(String(slug)),
    tell: tellOfWords,
    differences: typedDifferences,
  });
}

export async function withdrawForecastAction(
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: WITHDRAWAL_FORM,
    parse: (body) => parseWith(withdrawing.input, body),
    change: (tx, { reason, by }, moment) => withdrawForecast(tx, String(slug), reason, { by }, moment),
    address: () => savedAt(String(slug), "forecast-withdrawn"),
    page: routes.forecastEdit(String(slug)),
  });
}
