import { putAside } from "#db/forecasts/typed-texts.ts";
import { findPageLink } from "#db/pages/link-state.ts";
import type { Writer } from "#db/store.ts";
import { ok } from "#domain/result.ts";
import { logEvidence } from "#operations/evidence.ts";
import { evidenceInput } from "#operations/evidence-input.ts";
import { parseWith } from "#operations/fields.ts";
import { askForPage } from "#operations/page-draft.ts";
import { startPage } from "#operations/pages.ts";
import { READ_FIRST } from "../../_ui/evidence/bare-link/offers.ts";
import { evidenceSaved, routes, withQuery } from "../../_words/routes.ts";
import { shapeOf } from "../parse/form-shape.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { readsPages } from "../process/settings.ts";
import { answerForm } from "./answer-form.ts";
import { type FormHandler, operationForm } from "./operation-form.ts";
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
const answerReading: FormHandler = (form, at) =>
  answerForm(
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

const logging = operationForm(logEvidence, {
  shape: SHAPE,
  saved: ({ entry, alsoOn }) => evidenceSaved(entry, "evidence-logged", alsoOn),
});

const answerEvidence: FormHandler = (form, at) =>
  asksToRead(form) ? answerReading(form, at) : logging(form, at);

/** The form that logs a page on a forecast, or has it read first. */
export const evidenceForm = Object.assign(answerEvidence, {
  operation: logging.operation,
  shape: logging.shape,
});
