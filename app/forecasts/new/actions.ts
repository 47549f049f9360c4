"use server";

import { createLadder } from "#db/forecasts/ladder.ts";
import { answerForm } from "../../_request/forms/form-action.ts";
import { tellOfRungs } from "../../_request/forms/typed-rungs.ts";
import { readTypedWords, tellOfWords } from "../../_request/forms/typed-words.ts";
import { currentLanguage, messagesIn } from "../../_request/page-context.ts";
import { FORECAST_FORM, parseForecastForm } from "../../_request/parse/forecast-form.ts";
import type { Typed } from "../../_ui/forecasts/editing/window-preview.tsx";
import type { FieldNote, FormState } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";

export async function recordForecastAction(previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, {
    shape: FORECAST_FORM,
    parse: parseForecastForm,
    change: (tx, { draft, ladder, by }, moment) => createLadder(tx, draft, ladder, { by }, moment),
    address: ({ first, others }) => {
      const saved = others.length > 0 ? "forecasts-recorded" : "forecast-recorded";
      return withQuery(routes.forecast(first.slug), new URLSearchParams({ saved }));
    },
    page: "/forecasts/new",
    tell: tellOfWords,
    tellRungs: tellOfRungs,
  });
}

/** What the words for the time give, while they are typed. */
export async function readWordsAction(typed: Typed): Promise<FieldNote> {
  const language = await currentLanguage();
  return readTypedWords(typed, messagesIn(language), language);
}
