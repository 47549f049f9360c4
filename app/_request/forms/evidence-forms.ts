import type { EvidenceChange } from "#db/evidence/log.ts";
import {
  correctEvidence,
  logEvidenceElsewhere,
  requestVisit,
  withdrawEvidence,
} from "#operations/evidence.ts";
import { markPassage, unmarkPassage } from "#operations/passages.ts";
import { evidenceSaved, passageMark, routes, withQuery } from "../../_words/routes.ts";
import { shapeOf } from "../parse/form-shape.ts";
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

/** An entry of which nothing is said. */
const NOTHING_SAID = { url: "", title: "", publisher: "", stance: "", strength: "", summary: "" };

/** The forms about evidence, by the name that stands in their address. */
export const EVIDENCE_FORMS = {
  "log-evidence": evidenceForm,
  "correct-evidence": operationForm(correctEvidence, {
    // The form has every field, so that one which does not come was not left as it was.
    input: (typed) => ({ ...NOTHING_SAID, ...typed }),
    saved: savedAs("evidence-corrected"),
    differences: typedDifferences,
  }),
  "withdraw-evidence": operationForm(withdrawEvidence, {
    saved: savedAs("evidence-withdrawn"),
  }),
  "request-visit": operationForm(requestVisit, { saved: savedHere("visit-asked") }),
  "unmark-passage": operationForm(unmarkPassage, {
    saved: savedHere("passage-unmarked"),
  }),
  "log-elsewhere": operationForm(logEvidenceElsewhere, {
    saved: (_, { of: [, id = ""] }) =>
      withQuery(
        routes.evidence(id),
        new URLSearchParams({ saved: "evidence-logged-elsewhere" }),
        "elsewhere",
      ),
  }),
  "mark-passage": operationForm(markPassage, {
    shape: shapeOf(markPassage.input, ["copyId", "startsAt"]),
    input: (typed, [, copyId]) => ({ ...typed, copyId }),
    saved: ({ id, passage }, { of: [, copyId = ""] }) =>
      withQuery(
        routes.copy(copyId),
        new URLSearchParams({ for: id, saved: "passage-marked", at: String(passage?.startsAt ?? 0) }),
        passageMark(id),
      ),
  }),
};
