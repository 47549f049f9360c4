"use server";

import { correctEvidence, type EvidenceChange, withdrawEvidence } from "../../../db/evidence.ts";
import { unmarkPassage } from "../../../db/passages.ts";
import { requestVisit } from "../../../db/visit-request.ts";
import { ok } from "../../../domain/result.ts";
import { answerForm } from "../../_edge/form-action.ts";
import { nudgeKeeper } from "../../_edge/keeper.ts";
import { parseFullCorrection, parseUnmarking, parseWithdrawal } from "../../_edge/parse/bodies.ts";
import { BARE_FORM, CORRECTION_FORM, UNMARKING_FORM, WITHDRAWAL_FORM } from "../../_edge/parse/form.ts";
import type { FormState } from "../../_ui/form/form-state.ts";
import { evidenceSaved, routes, withQuery } from "../../_ui/routes.ts";

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

const savedHere =
  (saved: string) =>
  ({ id }: { readonly id: string }) =>
    withQuery(routes.evidence(id), new URLSearchParams({ saved }));

/** Asks for a visit to the page, and answers before it is made. */
export async function lookAgainAction(id: string, previous: FormState, form: FormData): Promise<FormState> {
  return answerForm(previous, form, {
    shape: BARE_FORM,
    parse: () => ok({ by: null }),
    change: (tx, _, { now }) => requestVisit(tx, String(id), now),
    follow: nudgeKeeper,
    address: savedHere("visit-asked"),
    page: routes.evidence(String(id)),
  });
}

export async function unmarkPassageAction(
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: UNMARKING_FORM,
    parse: parseUnmarking,
    change: (tx, { by }, { now }) => unmarkPassage(tx, String(id), { by }, now),
    address: savedHere("passage-unmarked"),
    page: routes.evidence(String(id)),
  });
}
