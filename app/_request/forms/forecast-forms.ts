import { changeForecast, recordForecast, restoreForecast, withdrawForecast } from "#operations/forecasts.ts";
import { setReview } from "#operations/reviews.ts";
import { giveVerdict, withdrawVerdict } from "#operations/verdicts.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { FORECAST_CHANGE_FORM, FORECAST_FORM, forecastFormBody } from "../parse/forecast-form.ts";
import { operationForm } from "./operation-form.ts";
import { typedDifferences } from "./typed-differences.ts";
import { tellOfRungs } from "./typed-rungs.ts";
import { tellOfWords } from "./typed-words.ts";

const savedAt = (slug: string | undefined, saved: string, place?: string) =>
  withQuery(routes.forecast(slug ?? ""), new URLSearchParams({ saved }), place);

/** The forms about a forecast, by the name that stands in their address. */
export const FORECAST_FORMS = {
  "record-forecast": operationForm(recordForecast, {
    shape: FORECAST_FORM,
    input: forecastFormBody,
    saved: ({ forecast: { slug } }, { input: { ladder } }) =>
      savedAt(slug, ladder.length > 0 ? "forecasts-recorded" : "forecast-recorded"),
    tell: tellOfWords,
    tellRungs: tellOfRungs,
  }),
  "change-forecast": operationForm(changeForecast, {
    shape: FORECAST_CHANGE_FORM,
    input: forecastFormBody,
    saved: ({ changed, forecast: { forecast } }) =>
      savedAt(forecast.slug, changed ? "forecast-changed" : "forecast-unchanged"),
    tell: tellOfWords,
    differences: typedDifferences,
  }),
  "withdraw-forecast": operationForm(withdrawForecast, {
    saved: ({ forecast: { slug } }) => savedAt(slug, "forecast-withdrawn"),
  }),
  "restore-forecast": operationForm(restoreForecast, {
    saved: ({ forecast: { slug } }) => savedAt(slug, "forecast-restored", "answer"),
  }),
  "give-verdict": operationForm(giveVerdict, {
    saved: (_, { input: { replaces }, of: [slug] }) =>
      savedAt(slug, replaces === null ? "verdict-given" : "verdict-replaced", "answer"),
  }),
  "withdraw-verdict": operationForm(withdrawVerdict, {
    saved: (_, { of: [slug] }) => savedAt(slug, "verdict-withdrawn", "answer"),
  }),
  "set-review": operationForm(setReview, {
    saved: ({ forecast }) => savedAt(forecast, "review-set", "answer"),
  }),
};
