import { z } from "zod";
import { findForecastRow } from "#db/change/forecast-row.ts";
import { notFound } from "#db/change/refusal.ts";
import { correctEvidence as correct } from "#db/evidence/correct.ts";
import { type EvidenceChange, logEvidence as log, withdrawEvidence as withdraw } from "#db/evidence/log.ts";
import { type EvidenceRecord, findEvidence as find, listEvidence as list } from "#db/evidence/record.ts";
import { requestVisit as request } from "#db/evidence/visit-request.ts";
import { ok } from "#domain/result.ts";
import { JUDGED_CRITERIA, SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import { byId, bySlug, bySlugAndId } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import { correction, elsewhereInput, evidenceOrPage } from "./evidence-input.ts";
import * as field from "./fields.ts";
import { link } from "./link-answers.ts";
import { change, read } from "./operation.ts";
import { draftOf, visitNow } from "./page-draft.ts";

const passage = z
  .object({ copyId: z.string(), startsAt: z.int(), endsAt: z.int(), words: z.string() })
  .describe("The words that it rests on: UTF-16 offsets in the copy's text, the end excluded.");

/** An entry of evidence, flat: what it was logged with, and what became of it. */
export const evidence = answer.shaped(
  ({ pageId, ...entry }: EvidenceRecord) => ({ ...entry, page: pageId }),
  z.object({
    id: z.string(),
    forecast: z.string(),
    url: z.string(),
    title: z.string(),
    publisher: z.string(),
    author: answer.textOrNull,
    publishedOn: answer.dayOrNull,
    stance: z.enum(STANCES),
    strength: z.enum(STRENGTHS),
    summary: z.string(),
    kind: z.enum(SOURCE_KINDS).nullable(),
    criterion: z.enum(JUDGED_CRITERIA).nullable(),
    archiveUrl: answer.textOrNull,
    page: z.string(),
    revision: z.int(),
    recordedAt: answer.instant,
    by: answer.shownName,
    withdrawnAt: answer.instantOrNull,
    withdrawalReason: answer.textOrNull,
    link: link.nullable().describe("Null where its page has never been asked for."),
    passage: passage.nullable(),
  }),
);

/** An entry that was changed; its page may have changed on other forecasts as well. */
const changedEvidence = answer.shaped(({ entry }: EvidenceChange) => entry, evidence);

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
    return log(tx, slug, draft.value, { by }, moment, visitNow(moment.now, fetches));
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
    correct(tx, id, patch, basis, { by }, moment, visitNow(moment.now, fetches)),
});

export const withdrawEvidence = change({
  name: "withdrawEvidence",
  needs: "contributor",
  address: byId,
  input: z.strictObject({ reason: field.reason, by: field.by }),
  answer: changedEvidence,
  current: evidence,
  run: (tx, { id }, { reason, by }, { moment }) => withdraw(tx, id, reason, { by }, moment),
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
    return log(tx, slug, draft, { by }, moment, visitNow(moment.now, fetches));
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
