import type { Route } from "next";
import { logEvidence } from "#db/evidence/log.ts";
import { putAside } from "#db/forecasts/typed-texts.ts";
import { findPageLink } from "#db/pages/link-state.ts";
import type { Writer } from "#db/store.ts";
import { ok } from "#domain/result.ts";
import { evidenceInput } from "#operations/evidence-input.ts";
import { parseWith } from "#operations/fields.ts";
import { askForPage, visitNow } from "#operations/page-draft.ts";
import { startPage } from "#operations/pages.ts";
import { READ_FIRST } from "../../_ui/evidence/bare-link/offers.ts";
import type { FormState } from "../../_words/form-state.ts";
import { evidenceSaved, routes, withQuery } from "../../_words/routes.ts";
import { EVIDENCE_FORM } from "../parse/form.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { readsPages } from "../process/settings.ts";
import { answerForm } from "./form-action.ts";
import { typedIn } from "./typed-words.ts";

const isBlank = (form: FormData) => (field: string) => typedIn(form, field).trim() === "";

/** Whether the page is to be read first: somebody asks for it, or there is nothing but a link. */
const asksToRead = (form: FormData): boolean =>
  form.has(READ_FIRST) || (!isBlank(form)("url") && ["title", "publisher", "summary"].every(isBlank(form)));

/** What was typed, put aside for the form to go on with; null where that is nothing but the page's own link. */
async function putTypedAside(tx: Writer, form: FormData, page: string | null, now: Date) {
  const { url, ...values } = Object.fromEntries(
    Object.keys(EVIDENCE_FORM).map((field) => [field, typedIn(form, field)]),
  );
  const link = page === null ? undefined : await findPageLink(tx, page);
  if (link === url && Object.keys(values).every(isBlank(form))) return null;
  return putAside(tx, { values: { ...values, url: url ?? "" }, faults: [], hindrance: null }, now);
}

/** Has the page read, and leads to the form again, where what it says of itself is offered. */
const answerReading = (slug: string, previous: FormState, form: FormData, page: Route) =>
  answerForm(previous, form, {
    shape: { ...EVIDENCE_FORM, [READ_FIRST]: "tick" },
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
        routes.evidenceNew(slug),
        new URLSearchParams({ ...(asked && { page: asked }), ...(typed && { typed }) }),
      ),
    page,
  });

/**
 * Answers the form that logs a page on a forecast.
 *
 * @param page where the form stands
 */
export async function answerEvidence(
  slug: string,
  previous: FormState,
  form: FormData,
  page: Route,
): Promise<FormState> {
  if (asksToRead(form)) return answerReading(slug, previous, form, page);
  return answerForm(previous, form, {
    shape: EVIDENCE_FORM,
    parse: (body) => parseWith(evidenceInput, body),
    change: (tx, { by, ...draft }, moment) =>
      logEvidence(tx, slug, draft, { by }, moment, visitNow(moment.now, readsPages())),
    onSaved: nudgeKeeper,
    address: ({ entry, alsoOn }) => evidenceSaved(entry, "evidence-logged", alsoOn),
    page,
  });
}
