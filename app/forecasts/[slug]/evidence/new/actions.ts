"use server";

import { findPageRecord } from "../../../../../db/pages/record.ts";
import { answerEvidence } from "../../../../_edge/log-evidence.ts";
import { readingState } from "../../../../_edge/page-offers.ts";
import { getStore } from "../../../../_edge/store.ts";
import type { FormState } from "../../../../_ui/form/form-state.ts";
import { routes } from "../../../../_ui/routes.ts";

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
