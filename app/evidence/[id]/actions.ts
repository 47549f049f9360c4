"use server";

import { notFound } from "#db/change/refusal.ts";
import { correctEvidence } from "#db/evidence/correct.ts";
import { type EvidenceChange, logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { unmarkPassage } from "#db/evidence/passages.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { requestVisit } from "#db/evidence/visit-request.ts";
import { ok } from "#domain/result.ts";
import { withdrawEvidence as withdrawing } from "#operations/evidence.ts";
import { elsewhereInput, fullCorrection } from "#operations/evidence-input.ts";
import { fieldsIn, parseWith } from "#operations/fields.ts";
import { visitNow } from "#operations/page-draft.ts";
import { unmarkPassage as unmarking } from "#operations/passages.ts";
import { answerForm } from "../../_request/forms/form-action.ts";
import { typedDifferences } from "../../_request/forms/typed-differences.ts";
import {
  BARE_FORM,
  CORRECTION_FORM,
  ELSEWHERE_FORM,
  seenRevision,
  UNMARKING_FORM,
  WITHDRAWAL_FORM,
} from "../../_request/parse/form.ts";
import { nudgeKeeper } from "../../_request/process/keeper.ts";
import { readsPages } from "../../_request/process/settings.ts";
import type { FormState } from "../../_words/form-state.ts";
import { evidenceSaved, routes, withQuery } from "../../_words/routes.ts";

// What is bound to an action comes back from the browser, so it is only ever looked up, as text.

const savedAs =
  (saved: string) =>
  ({ entry, alsoOn }: EvidenceChange) =>
    evidenceSaved(entry, saved, alsoOn);

/** A correction by form sends every field. */
function parseCorrection(body: unknown) {
  const parsed = parseWith(fullCorrection, seenRevision(fieldsIn(body)));
  if (!parsed.ok) return parsed;
  const { by, reason, revision, ...patch } = parsed.value;
  return ok({ patch, by, reason, revision });
}

export async function correctEvidenceAction(
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: CORRECTION_FORM,
    parse: parseCorrection,
    change: (tx, { patch, by, ...basis }, moment) =>
      correctEvidence(tx, String(id), patch, basis, { by }, moment, visitNow(moment.now, readsPages())),
    onSaved: nudgeKeeper,
    address: savedAs("evidence-corrected"),
    page: routes.evidence(String(id)),
    differences: typedDifferences,
  });
}

export async function withdrawEvidenceAction(
  id: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(previous, form, {
    shape: WITHDRAWAL_FORM,
    parse: (body) => parseWith(withdrawing.input, body),
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
    onSaved: nudgeKeeper,
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
    parse: (body) => parseWith(unmarking.input, body),
    change: (tx, { by }, { now }) => unmarkPassage(tx, String(id), { by }, now),
    address: savedHere("passage-unmarked"),
    page: routes.evidence(String(id)),
  });
}

/** Logs the page of an entry on one more forecast. */
export async function logElsewhereAction(
  id: string,
  slug: string,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const page = routes.evidence(String(id));
  return answerForm(previous, form, {
    shape: ELSEWHERE_FORM,
    parse: (body) => parseWith(elsewhereInput, body),
    change: async (tx, { by, ...said }, moment) => {
      const entry = await findEvidence(tx, String(id));
      if (entry === undefined) return notFound;
      const { url, title, publisher, author, publishedOn } = entry;
      const draft = { url, title, publisher, author, publishedOn, ...said };
      return logEvidence(tx, String(slug), draft, { by }, moment, visitNow(moment.now, readsPages()));
    },
    onSaved: nudgeKeeper,
    address: () => withQuery(page, new URLSearchParams({ saved: "evidence-logged-elsewhere" }), "elsewhere"),
    page,
  });
}
