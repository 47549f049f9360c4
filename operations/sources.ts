import { z } from "zod";
import { asNamed } from "#db/change/actor.ts";
import { notFound } from "#db/change/refusal.ts";
import { findSource, listSources as list } from "#db/lists/sources.ts";
import {
  createSourceWithText,
  findDocument,
  findDocumentFacts,
  findNamedSource,
  keepDocument,
  type SourceDocument,
} from "#db/sources/document.ts";
import { listQuotePlaces } from "#db/sources/quote-places.ts";
import { ok } from "#domain/result.ts";
import { TEXT_FORMATS } from "#domain/sources/transcript.ts";
import { bySlug, nowhere } from "./addresses.ts";
import * as answer from "./answer-fields.ts";
import * as field from "./fields.ts";
import { change, read } from "./operation.ts";
import { sourceInput, sourceTextInput } from "./source-input.ts";
import { standing } from "./standing.ts";
import { namedRecord } from "./stored-forecast.ts";

/** A source, and how the forecasts made in it stand. */
const source = z.object({
  slug: z.string(),
  kind: z.string(),
  title: z.string(),
  titleLang: answer.language,
  url: answer.textOrNull,
  publisher: z.string(),
  lang: answer.language,
  publishedOn: answer.dayOrNull,
  note: answer.translated,
  standing,
});

type DocumentFacts = Pick<SourceDocument, "format" | "sha256" | "saidOn" | "recordedAt" | "recordedBy">;

const documentFields = z.object({
  format: z.enum(TEXT_FORMATS),
  sha256: z.string(),
  saidOn: answer.calendarDay,
  recordedAt: answer.instant,
  by: answer.textOrNull,
});
const withName = <Facts extends DocumentFacts>({ recordedBy, ...facts }: Facts) => ({
  ...facts,
  by: recordedBy,
});

/** What is told of a text that is kept with a source, beside the text itself. */
const documentFacts = answer.shaped((facts: DocumentFacts) => withName(facts), documentFields);

export const listSources = read({
  name: "listSources",
  needs: "anyone",
  address: nowhere,
  input: field.nothing,
  answer: answer.pageOf(source),
  run: async (records, _address, _input, { moment }) =>
    ok({ items: await list(records, moment.today), nextCursor: null }),
});

export const recordSource = change({
  name: "recordSource",
  needs: "contributor",
  address: nowhere,
  input: sourceInput,
  answer: source.extend({ text: documentFacts.nullable() }),
  current: namedRecord,
  run: async (tx, _, { draft, document, by }, { moment }) => {
    const made = await createSourceWithText(asNamed(tx, by), draft, document, moment);
    if (!made.ok) return made;
    const { slug } = made.value;
    const found = await findSource(tx, slug, moment.today);
    if (found === undefined) throw new Error(`${slug} is gone after it was recorded`);
    return ok({ ...found, text: (await findDocumentFacts(tx, slug)) ?? null });
  },
});

const stretch = { start: z.int(), end: z.int() };

/** The text that is kept with a source, and where the quotes of its forecasts stand in it. */
export const findSourceText = read({
  name: "findSourceText",
  needs: "anyone",
  address: bySlug,
  input: field.nothing,
  answer: documentFields.extend({
    text: z.string(),
    times: answer.listOf(z.object({ at: z.int(), seconds: z.number() })),
    quotes: answer.listOf(z.object({ forecast: z.string(), ...stretch })),
  }),
  run: async (records, { slug }) => {
    const document = await findDocument(records, slug);
    if (document === undefined) return notFound;
    const places = await listQuotePlaces(records, slug);
    const quotes = places.map(({ slug: forecast, start, end }) => ({ forecast, start, end }));
    return ok({ ...withName(document), quotes });
  },
});

/** Keeps a text with a source that has none. */
export const keepSourceText = change({
  name: "keepSourceText",
  needs: "contributor",
  address: bySlug,
  input: sourceTextInput,
  answer: documentFacts,
  current: namedRecord,
  run: async (tx, { slug }, { document, by }, { moment }) => {
    const named = await findNamedSource(tx, slug);
    if (named === undefined) return notFound;
    const kept = await keepDocument(asNamed(tx, by), named, document, moment);
    if (!kept.ok) return kept;
    const found = await findDocumentFacts(tx, slug);
    if (found === undefined) throw new Error(`the text of ${slug} is gone after it was kept`);
    return ok(found);
  },
});
