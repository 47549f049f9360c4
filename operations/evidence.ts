import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { findForecastRow } from "#db/change/forecast-row.ts";
import { invalid, notFound } from "#db/change/refusal.ts";
import { correctEvidence as correct } from "#db/evidence/correct.ts";
import { logEvidence as log, withdrawEvidence as withdraw } from "#db/evidence/log.ts";
import { findEvidence as find, listEvidence as list } from "#db/evidence/record.ts";
import { requestVisit as request } from "#db/evidence/visit-request.ts";
import { findPageLink } from "#db/pages/link-state.ts";
import { findPage } from "#db/pages/pages.ts";
import type { Reader } from "#db/store.ts";
import { ok } from "#domain/result.ts";
import { JUDGED_CRITERIA, SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import { byId, bySlug, bySlugAndId } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import { changedEvidence, evidence } from "./evidence-answers.ts";
import * as field from "./fields.ts";
import { change, read } from "./operation.ts";
import { visitNow } from "./page-visits.ts";

const fields = {
  url: field.link.describe("The page, by any of its addresses."),
  title: field.line(300),
  publisher: field.line(120),
  author: field.optionalLine(200),
  publishedOn: field.dayOrNull.describe("The day on which it was published; null where nobody knows."),
  stance: field.oneOf(STANCES).describe("Which way it points."),
  strength: field.oneOf(STRENGTHS).describe("How much it weighs."),
  summary: field.text(4000).describe("What it shows."),
  kind: field.oneOfIfSaid(SOURCE_KINDS).describe("What the page is to the claim."),
  criterion: field.oneOfIfSaid(JUDGED_CRITERIA).describe("The criterion that it speaks to."),
  archiveUrl: field.optionalLink.describe("A copy of it in an archive."),
};

/** A page that is logged on a forecast by its link. */
export const evidenceInput = z.strictObject({ ...fields, by: field.by });

const { url: _url, title, publisher, author, publishedOn, ...saidOfIt } = fields;

/** The same of a page that is on record: what is left out of its details is as they stand. */
const ofKnownPage = z.strictObject({
  page: field.id.describe("A page that is on record, by its id."),
  title: title.optional(),
  publisher: publisher.optional(),
  publishedOn: publishedOn.optional(),
  author,
  ...saidOfIt,
  by: field.by,
});

/** What is said of a page, named by its link or by its id. */
type SaidOfPage = Omit<z.output<typeof evidenceInput>, "by"> | Omit<z.output<typeof ofKnownPage>, "by">;

/** A page by its link, or by its id in the place of that. */
export const evidenceOrPage = z.preprocess(
  (body: unknown, context): unknown => {
    const { page, ...rest } = field.fieldsIn(body);
    const isOfPage = page !== undefined && page !== null;
    if (isOfPage && Object.hasOwn(rest, "url")) {
      context.addIssue({ code: "custom", message: "both-given", path: ["page"], input: body });
      return body;
    }
    const meant = isOfPage ? { page, ...rest } : rest;
    field.passIssues((isOfPage ? ofKnownPage : evidenceInput).safeParse(meant), context);
    return meant;
  },
  z.union([evidenceInput, ofKnownPage]),
);

/** What is said of a page on one more forecast. */
export const elsewhereInput = z.strictObject({ ...saidOfIt, by: field.by });

/** A correction of any of its fields, at least one, with the revision that was seen. */
export const correction = z
  .strictObject({ ...fields, by: field.by, reason: field.optionalText(2000) })
  .partial()
  .extend({ revision: field.revision })
  .transform(
    field.whenSound(({ by = null, reason = null, revision, ...patch }, context) => {
      if (Object.keys(patch).length === 0) {
        context.addIssue({ code: "custom", message: "nothing-to-change", input: patch });
      }
      return { patch, by, reason, revision };
    }),
  );

export const listEvidence = read({
  name: "listEvidence",
  needs: "anyone",
  address: bySlug,
  input: field.nothing,
  answer: answer.pageOf(evidence),
  run: async (records, { slug }) => {
    if ((await findForecastRow(records, slug)) === undefined) return notFound;
    return ok({ items: await list(records, slug), nextCursor: null });
  },
});

export const findEvidence = read({
  name: "findEvidence",
  needs: "anyone",
  address: byId,
  input: field.nothing,
  answer: evidence,
  run: async (records, { id }) => {
    const entry = await find(records, id);
    return entry === undefined ? notFound : ok(entry);
  },
});

/**
 * What is said of a page, whether it was named by a link or by its id; of a known one, what is left out is as on
 * record.
 */
async function draftOf(read: Reader, said: SaidOfPage) {
  if (!("page" in said)) return ok(said);
  const { page: id, title, publisher, author = null, publishedOn = null, ...draft } = said;
  const page = await findPage(read, id);
  const url = page && (await findPageLink(read, page.id));
  if (page === undefined || url === undefined) return invalid([{ field: "page", code: "not-on-record" }]);
  return ok({
    ...draft,
    url,
    title: title ?? page.title,
    publisher: publisher ?? page.publisher,
    author,
    publishedOn,
  });
}

/** Logs a page on a forecast. */
export const logEvidence = change({
  name: "logEvidence",
  needs: "contributor",
  address: bySlug,
  input: evidenceOrPage,
  answer: changedEvidence,
  current: evidence,
  asksForVisits: true,
  run: async (tx, { slug }, { by, ...said }, { moment, fetches }) => {
    const draft = await draftOf(tx, said);
    if (!draft.ok) return draft;
    return log(asNamed(tx, by), slug, draft.value, moment, visitNow(moment.now, fetches));
  },
});

export const correctEvidence = change({
  name: "correctEvidence",
  needs: "contributor",
  address: byId,
  input: correction,
  answer: changedEvidence,
  current: evidence,
  asksForVisits: true,
  run: (tx, { id }, { patch, by, ...basis }, { moment, fetches }) =>
    correct(asNamed(tx, by), id, patch, basis, moment, visitNow(moment.now, fetches)),
});

export const withdrawEvidence = change({
  name: "withdrawEvidence",
  needs: "contributor",
  address: byId,
  input: z.strictObject({ reason: field.reason, by: field.by }),
  answer: changedEvidence,
  current: evidence,
  run: (tx, { id }, { reason, by }, { moment }) => withdraw(asNamed(tx, by), id, reason, moment),
});

/** Logs the page of an entry on one more forecast. */
export const logEvidenceElsewhere = change({
  name: "logEvidenceElsewhere",
  needs: "contributor",
  address: bySlugAndId,
  input: elsewhereInput,
  answer: changedEvidence,
  current: evidence,
  asksForVisits: true,
  run: async (tx, { slug, id }, { by, ...said }, { moment, fetches }) => {
    const entry = await find(tx, id);
    if (entry === undefined) return notFound;
    const { url, title, publisher, author, publishedOn } = entry;
    const draft = { url, title, publisher, author, publishedOn, ...said };
    return log(asNamed(tx, by), slug, draft, moment, visitNow(moment.now, fetches));
  },
});

/** Asks for a visit to the page of an entry, and answers before it is made. */
export const requestVisit = change({
  name: "requestVisit",
  needs: "contributor",
  address: byId,
  input: field.nothing,
  answer: evidence,
  current: evidence,
  asksForVisits: true,
  run: (tx, { id }, _, { moment }) => request(tx, id, moment.now),
});
