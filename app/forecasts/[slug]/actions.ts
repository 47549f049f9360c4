"use server";

import { setReview } from "#db/forecasts/reviews.ts";
import { restoreForecast } from "#db/forecasts/withdraw.ts";
import { giveVerdict, withdrawVerdict } from "#db/verdicts/give.ts";
import { fieldsIn, parseWith } from "#operations/fields.ts";
import { restoreForecast as restoring } from "#operations/forecasts.ts";
import { setReview as reviewing } from "#operations/reviews.ts";
import { giveVerdict as giving, withdrawVerdict as withdrawing } from "#operations/verdicts.ts";
import { answerForm } from "../../_request/forms/form-action.ts";
import { answerEvidence } from "../../_request/forms/log-evidence.ts";
import { REVIEW_FORM, seenRevision, VERDICT_FORM, WITHDRAWAL_FORM } from "../../_request/parse/form.ts";
import type { FormState } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";

// What is bound to an action comes back from the browser, so it is only ever looked up, as text.

const savedAt = (slug: string, saved: string, place: string) =>
  withQuery(routes.forecast(slug), new URLSearchParams({ saved }), place);

export async function logEvidenceAction(
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerEvidence(String(slug), previous, form, routes.forecast(String(slug)));
}

export async function giveVerdictAction(
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const replacing = form.get("replaces") !== "" && form.has("replaces");
  return answerForm(previous, form, {
    shape: VERDICT_FORM,
    parse: (body) => parseWith(giving.input, seenRevision(fieldsIn(body))),
    change: (tx, { by, ...draft }, moment) => giveVerdict(tx, String(slug), draft, { by }, moment),
    address: () => savedAt(String(slug), replacing ? "verdict-replaced" : "verdict-given", "answer"),
    page: routes.forecast(String(slug)),
  });
}

export async function withdrawVerdictAction(
  slug: string,
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: WITHDRAWAL_FORM,
    parse: (body) => parseWith(withdrawing.input, body),
    change: (tx, { reason, by }, moment) =>
      withdrawVerdict(tx, String(slug), String(id), reason, { by }, moment),
    address: () => savedAt(String(slug), "verdict-withdrawn", "answer"),
    page: routes.forecast(String(slug)),
  });
}

export async function restoreForecastAction(
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: WITHDRAWAL_FORM,
    parse: (body) => parseWith(restoring.input, body),
    change: (tx, { reason, by }, moment) => restoreForecast(tx, String(slug), reason, { by }, moment),
    address: () => savedAt(String(slug), "forecast-restored", "answer"),
    page: routes.forecast(String(slug)),
  });
}

export async function setReviewAction(slug: string, previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, {
    shape: REVIEW_FORM,
    parse: (body) => parseWith(reviewing.input, body),
    change: (tx, { by, ...draft }, moment) => setReview(tx, String(slug), draft, { by }, moment),
    address: () => savedAt(String(slug), "review-set", "answer"),
    page: routes.forecast(String(slug)),
  });
}
