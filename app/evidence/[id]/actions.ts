"use server";

import { correctEvidence, type EvidenceChange, withdrawEvidence } from "../../../db/evidence.ts";
import { answerForm } from "../../_edge/form-action.ts";
import { parseFullCorrection, parseWithdrawal } from "../../_edge/parse/bodies.ts";
import { CORRECTION_FORM, WITHDRAWAL_FORM } from "../../_edge/parse/form.ts";
import type { FormState } from "../../_ui/form/form-state.ts";
import { evidenceSaved, routes } from "../../_ui/routes.ts";

// What is bound to an action comes back from the browser, so it is only ever looked up, as text.

const savedAs =
  (saved: string) =>
  ({ entry, alsoOn }: EvidenceChange) =>
    evidenceSaved(entry, saved, alsoOn);

export async function correctEvidenceAction(
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: CORRECTION_FORM,
    parse: parseFullCorrection,
    change: (tx, { patch, reason, by }, moment) =>
      correctEvidence(tx, String(id), patch, reason, { by }, moment),
    address: savedAs("evidence-corrected"),
    page: routes.evidence(String(id)),
  });
}

export async function withdrawEvidenceAction(
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: WITHDRAWAL_FORM,
    parse: parseWithdrawal,
    change: (tx, { reason, by }, moment) => withdrawEvidence(tx, String(id), reason, { by }, moment),
    address: savedAs("evidence-withdrawn"),
    page: routes.evidence(String(id)),
  });
}
