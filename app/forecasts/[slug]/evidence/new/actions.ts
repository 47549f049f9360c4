"use server";

import { findPageRecord } from "#db/pages/record.ts";
import { readingState } from "#operations/page-offers.ts";
import { answerEvidence } from "../../../../_request/forms/log-evidence.ts";
import { getStore } from "../../../../_request/process/store.ts";
import type { FormState } from "../../../../_words/form-state.ts";
import { routes } from "../../../../_words/routes.ts";

// What is bound to an action comes back from the browser, so it is only ever looked up, as text.

export async function logStartedAction(
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerEvidence(String(slug), previous, form, routes.evidenceNew(String(slug)));
}

/** Whether the reading of a page has ended, one way or another. */
export async function hasEndedAction(page: string): Promise<boolean> {
  const { read } = await getStore();
  const found = await findPageRecord(read, String(page));
  return found === undefined || readingState(found) !== "waiting";
}
