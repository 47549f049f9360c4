import type { EvidenceChange } from "#db/evidence/log.ts";
import { putAside } from "#db/forecasts/typed-texts.ts";
import { findPageLink } from "#db/pages/link-state.ts";
import type { Writer } from "#db/store.ts";
import { ok } from "#domain/result.ts";
import {
  correctEvidence,
  evidenceInput,
  logEvidence,
  logEvidenceElsewhere,
  requestVisit,
  withdrawEvidence,
} from "#operations/evidence.ts";
import { parseWith } from "#operations/fields.ts";
import { askForPage } from "#operations/page-visits.ts";
import { startPage } from "#operations/pages.ts";
import { markPassage, unmarkPassage } from "#operations/passages.ts";
import { READ_FIRST } from "../../_ui/evidence/bare-link/offers.ts";
import { evidenceSaved, passageMark, routes, withQuery } from "../../_words/routes.ts";
import { shapeOf } from "../parse/form-shape.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { readsPages } from "../process/settings.ts";
import { answerForm, type FormHandler, operationForm } from "./operation-form.ts";
import { typedDifferences } from "./typed-differences.ts";
import { typedIn } from "./typed-words.ts";

/** A page is named by its link in a form. */
const SHAPE = shapeOf(evidenceInput);

const isBlank = (form: FormData) => (field: string) => typedIn(form, field).trim() === "";

/** Whether the page is to be read first: somebody asks for it, or there is nothing but a link. */
const asksToRead = (form: FormData): boolean =>
  form.has(READ_FIRST) || (!isBlank(form)("url") && ["title", "publisher", "summary"].every(isBlank(form)));

/** What was typed, put aside for the form to go on with; null where that is nothing but the page's own link. */
async function putTypedAside(tx: Writer, form: FormData, page: string | null, now: Date) {
  const { url, ...values } = Object.fromEntries(
    Object.keys(SHAPE).map((field) => [field, typedIn(form, field)]),
  );
  const link = page === null ? undefined : await findPageLink(tx, page);
  if (link === url && Object.keys(values).every(isBlank(form))) return null;
  return putAside(tx, { values: { ...values, url: url ?? "" }, faults: [], hindrance: null }, now);
}

/**
 * Has the page read, and leads to the form again, where what it says of itself is offered. Nothing is recorded by it, so
 * the key is left to what is sent next.
 */
const answerReading: FormHandler = async (form, at) => {
  const answer = await answerForm(
    form,
    { ...at, sentAs: null },
    {
      shape: { ...SHAPE, [READ_FIRST]: "tick" },
      parse: (body) => {
        const link = parseWith(startPage.input, { url: Object(body).url });
        return link.ok ? ok({ ...link.value, by: null }) : link;
      },
      change: async (tx, { url }, { now }) => {
        const asked = await askForPage(tx, url, now, readsPages());
        if (!asked.ok) return asked;
        return ok({ page: asked.value, typed: await putTypedAside(tx, form, asked.value, now) });
      },
      onSaved: nudgeKeeper,
      address: ({ page: asked, typed }) =>
        withQuery(
          routes.evidenceNew(at.of[0] ?? ""),
          new URLSearchParams({ ...(asked && { page: asked }), ...(typed && { typed }) }),
        ),
    },
  );
  return answer.kind === "saved" ? { ...answer, isUnderway: true } : answer;
};

const logging = operationForm(logEvidence, {
  shape: SHAPE,
  saved: ({ entry, alsoOn }) => evidenceSaved(entry, "evidence-logged", alsoOn),
});

const answerEvidence: FormHandler = (form, at) =>
  asksToRead(form) ? answerReading(form, at) : logging(form, at);

/** The form that logs a page on a forecast, or has it read first. */
const evidenceForm = Object.assign(answerEvidence, {
  operation: logging.operation,
  shape: logging.shape,
});

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
