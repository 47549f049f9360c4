import { z } from "zod";
import { notFound } from "#db/change/refusal.ts";
import { findArchivedCopy } from "#db/pages/archived-copies.ts";
import { listCopies } from "#db/pages/copies.ts";
import { findPageRecord, listForecastsOfPage, type PageRecord } from "#db/pages/record.ts";
import { listVisits, type VisitRecord } from "#db/pages/visit-log.ts";
import type { Reader } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import { err, ok } from "#domain/result.ts";
import { LINK_STANDINGS } from "#domain/vocabulary.ts";
import { byId, nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import { copyItem } from "./copies.ts";
import * as field from "./fields.ts";
import { link, pageEntry } from "./link-answers.ts";
import { change, read } from "./operation.ts";
import { offersOf, READING_STATES } from "./page-offers.ts";
import { askForPage } from "./page-visits.ts";

/** As many visits as one answer tells. */
const MOST_VISITS = 100;

const offer = z.object({ value: z.string(), from: z.enum(["page", "record"]) }).nullable();

/** What is offered of a page for an entry of evidence, each with where it comes from. */
const suggestions = z.object({
  reading: z.enum(READING_STATES).describe("How far the reading of the page has come."),
  title: offer,
  publisher: offer,
  author: offer,
  publishedOn: offer,
  description: offer,
  lang: offer,
});

/** A page that was asked for: what is on record of it, how its link stands, and what is offered of it. */
const startedPage = z.object({
  id: z.string(),
  url: answer.textOrNull,
  title: z.string(),
  publisher: z.string(),
  author: answer.textOrNull,
  publishedOn: answer.dayOrNull,
  link: link.nullable(),
  sameAs: answer.textOrNull,
  suggestions,
});

const archivedCopy = z.object({ url: z.string(), takenAt: answer.instant });

/** What one visit found. */
const visit = answer.shaped(
  ({ detail, ...found }: VisitRecord) => ({ ...found, faultDetail: detail }),
  z.object({
    id: z.string(),
    at: answer.instant,
    standing: z.enum(LINK_STANDINGS),
    status: z.int().nullable(),
    finalUrl: answer.textOrNull,
    fault: answer.textOrNull,
    faultDetail: answer.textOrNull,
    copyId: answer.textOrNull,
  }),
);

async function startedOf(records: Reader, page: PageRecord, today: Day) {
  const entries = await listForecastsOfPage(records, page.id);
  return {
    ...page,
    url: page.visited?.url ?? null,
    sameAs: page.sameAsId,
    suggestions: offersOf(page, entries.length > 0, today),
  };
}

export const findPage = read({
  name: "findPage",
  needs: "anyone",
  address: byId,
  input: field.nothing,
  answer: startedPage.extend({
    archived: archivedCopy.nullable(),
    copies: answer.listOf(copyItem),
    visits: answer.listOf(visit),
    entries: answer.listOf(pageEntry),
  }),
  run: async (records, { id }, _, { moment }) => {
    const page = await findPageRecord(records, id);
    if (page === undefined) return notFound;
    return ok({
      ...(await startedOf(records, page, moment.today)),
      archived: await findArchivedCopy(records, id),
      copies: await listCopies(records, id),
      visits: await listVisits(records, id, { limit: MOST_VISITS }),
      entries: await listForecastsOfPage(records, id),
    });
  },
});

/** Has a page read, and does not wait for it: what it says of itself is there later, at its own address. */
export const startPage = change({
  name: "startPage",
  needs: "contributor",
  address: nowhere,
  input: z.strictObject({ url: field.link }),
  answer: startedPage,
  current: z.null(),
  asksForVisits: true,
  run: async (tx, _, { url }, { moment, fetches }) => {
    const asked = await askForPage(tx, url, moment.now, fetches);
    if (!asked.ok) return err({ kind: "busy", with: "links" } as const);
    const page = asked.value === null ? undefined : await findPageRecord(tx, asked.value);
    if (page === undefined) return err({ kind: "pages-not-read" } as const);
    return ok(await startedOf(tx, page, moment.today));
  },
});
