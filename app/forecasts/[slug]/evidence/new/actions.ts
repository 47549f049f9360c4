"use server";

import { answerEvidence } from "../../../../_edge/log-evidence.ts";
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
