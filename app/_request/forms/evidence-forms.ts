import type { EvidenceChange } from "#db/evidence/log.ts";
import {
  correctEvidence,
  logEvidenceElsewhere,
  requestVisit,
  withdrawEvidence,
} from "#operations/evidence.ts";
import { fieldsIn } from "#operations/fields.ts";
import { markPassage, unmarkPassage } from "#operations/passages.ts";
import { evidenceSaved, passageMark, routes, withQuery } from "../../_words/routes.ts";
import {
  BARE_FORM,
  CORRECTION_FORM,
  ELSEWHERE_FORM,
  PASSAGE_FORM,
  seenRevision,
  UNMARKING_FORM,
  WITHDRAWAL_FORM,
} from "../parse/form.ts";
import { evidenceForm } from "./log-evidence.ts";
import { operationForm } from "./operation-form.ts";
import { typedDifferences } from "./typed-differences.ts";

const savedAs =
  (saved: string) =>
  ({ entry, alsoOn }: EvidenceChange) =>
    evidenceSaved(entry, saved, alsoOn);

const savedHere =
  (saved: string) =>
  ({ id }: { readonly id: string }) =>
    withQuery(routes.evidence(id), new URLSearchParams({ saved }));

/** The forms about evidence, by the name that stands in their address. */
export const EVIDENCE_FORMS = {
  "log-evidence": evidenceForm,
  "correct-evidence": operationForm(correctEvidence, {
    shape: CORRECTION_FORM,
    input: (typed) => seenRevision(fieldsIn(typed)),
    saved: savedAs("evidence-corrected"),
    differences: typedDifferences,
  }),
  "withdraw-evidence": operationForm(withdrawEvidence, {
    shape: WITHDRAWAL_FORM,
    saved: savedAs("evidence-withdrawn"),
  }),
  "request-visit": operationForm(requestVisit, { shape: BARE_FORM, saved: savedHere("visit-asked") }),
  "unmark-passage": operationForm(unmarkPassage, {
    shape: UNMARKING_FORM,
    saved: savedHere("passage-unmarked"),
  }),
  "log-elsewhere": operationForm(logEvidenceElsewhere, {
    shape: ELSEWHERE_FORM,
    saved: (_, { of: [, id = ""] }) =>
      withQuery(
        routes.evidence(id),
        new URLSearchParams({ saved: "evidence-logged-elsewhere" }),
        "elsewhere",
      ),
  }),
  "mark-passage": operationForm(markPassage, {
    shape: PASSAGE_FORM,
    input: (typed, [, copyId]) => ({ ...typed, copyId }),
    saved: ({ id, passage }, { of: [, copyId = ""] }) =>
      withQuery(
        routes.copy(copyId),
        new URLSearchParams({ for: id, saved: "passage-marked", at: String(passage?.startsAt ?? 0) }),
        passageMark(id),
      ),
  }),
};
