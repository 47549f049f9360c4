"use server";

import { markWords } from "#db/evidence/passages.ts";
import { parseWith } from "#operations/fields.ts";
import { markPassage } from "#operations/passages.ts";
import { answerForm } from "../../_request/forms/form-action.ts";
import { PASSAGE_FORM } from "../../_request/parse/form.ts";
import type { FormState } from "../../_words/form-state.ts";
import { passageMark, routes, withQuery } from "../../_words/routes.ts";

// What is bound to an action comes back from the browser, so it is only ever looked up, as text.

export async function markPassageAction(
  copyId: string,
  evidenceId: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const copy = String(copyId);
  return answerForm(previous, form, {
    shape: PASSAGE_FORM,
    parse: (body) => parseWith(markPassage.input, { ...Object(body), copyId: copy }),
    change: (tx, { by, ...passage }, { now }) => markWords(tx, String(evidenceId), passage, { by }, now),
    address: ({ id, passage }) =>
      withQuery(
        routes.copy(copy),
        new URLSearchParams({ for: id, saved: "passage-marked", at: String(passage?.startsAt ?? 0) }),
        passageMark(id),
      ),
    page: routes.copy(copy),
  });
}
