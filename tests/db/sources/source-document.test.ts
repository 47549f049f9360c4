import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { listHistory } from "#db/change/history.ts";
import { changeForecast } from "#db/forecasts/change.ts";
import { createForecast } from "#db/forecasts/create.ts";
import { withdrawForecast } from "#db/forecasts/withdraw.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import {
  createSourceWithText,
  findDocument,
  findDocumentFacts,
  findNamedSource,
  keepDocument,
} from "#db/sources/document.ts";
import { listQuotePlaces } from "#db/sources/quote-places.ts";
import type { Writer } from "#db/store.ts";
import { day } from "#domain/day.ts";
import { keepText } from "#domain/sources/transcript.ts";
import { dump, type Held, seededStore } from "../../support/any-store.ts";
import { value } from "../../support/changes.ts";
import { aDraft, aSource, SOURCE } from "../../support/forecast-drafts.ts";
import { MOMENT, TODAY } from "../../support/seeded.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const QUOTE = aDraft().quote;
const TEXT = `Ann: Soon. ${QUOTE} I am sure.\n\nBob: Really?\n\nAnn: ${QUOTE}`;
const aDocument = (text = TEXT) => ({ kept: keepText(text, null), saidOn: day("2026-11-01") });
const first = { start: TEXT.indexOf(QUOTE), end: TEXT.indexOf(QUOTE) + QUOTE.length };
const second = { start: TEXT.lastIndexOf(QUOTE), end: TEXT.length };

const keep = async (tx: Writer, document = aDocument()) => {
  const source = await findNamedSource(tx, SOURCE);
  if (source === undefined) throw new Error("the seed's source is gone");
  return keepDocument(tx, source, document, MOMENT);
};
const record = async (changes = {}) =>
  value(await db.store.write((tx) => createForecast(tx, aDraft(changes), MOMENT))).slug;
const placeOf = async (slug: string) => (await findForecast(db.store.read, slug, TODAY))?.place;

describe("a text that is kept with a source", () => {
  test("is read back as it was, with its hash, who kept it, and an entry in the history", async () => {
    await db.store.write((tx) => keep(tx));
    expect(await findDocument(db.store.read, SOURCE)).toEqual({
      ...{ format: "plain", text: TEXT, times: [], saidOn: "2026-11-01" },
      ...{
        sha256: createHash("sha256").update(TEXT).digest("hex"),
        recordedAt: MOMENT.now,
        recordedBy: "Ada",
      },
    });
    const { items } = await listHistory(db.store.read, { limit: 1 });
    expect(items[0]).toMatchObject({
      ...{ action: "text-kept", by: "Ada", forecast: null },
      after: { slug: SOURCE, format: "plain", characters: TEXT.length },
    });
  });

  test.each([
    ["emoji and rare characters", "🌊 𠮷野家 will open by 2030. é"],
    ["captions, with the time of their words", "1\n00:00:01,500 --> 00:00:03,000\nIt ships by 2030."],
    ["a megabyte", "兩年內，船會開進港口。\n".repeat(30_000)],
  ])("%s", async (_, text) => {
    const document = aDocument(text);
    await db.store.write((tx) => keep(tx, document));
    expect(await findDocument(db.store.read, SOURCE)).toMatchObject(document.kept);
  });

  test("stays the one it is: a second is refused", async () => {
    await db.store.write((tx) => keep(tx));
    const before = await dump(db.place);
    expect(await db.store.write((tx) => keep(tx, aDocument("Another.")))).toMatchObject({
      error: { kind: "conflict", code: "text-kept-already", current: { slug: SOURCE } },
    });
    expect(await dump(db.place)).toEqual(before);
  });

  test("is not said after today, and then its source is not recorded either", async () => {
    const before = await dump(db.place);
    const late = { ...aDocument(), saidOn: day("2026-11-24") };
    const source = { ...aSource, publishedOn: day("2026-11-25") };
    const refused = await db.store.write((tx) => createSourceWithText(tx, source, late, MOMENT));
    expect(refused).toMatchObject({
      error: {
        kind: "invalid",
        faults: [{ field: "publishedOn" }, { field: "saidOn", code: "said-in-future" }],
      },
    });
    const published = { ...source, publishedOn: day("2026-11-01") };
    expect(await db.store.write((tx) => createSourceWithText(tx, published, late, MOMENT))).toMatchObject({
      error: { faults: [{ field: "saidOn" }] },
    });
    expect(await dump(db.place)).toEqual(before);
  });

  test("is not there where none was given", async () => {
    expect(await findDocument(db.store.read, SOURCE)).toBeUndefined();
    expect(await findDocumentFacts(db.store.read, SOURCE)).toBeUndefined();
  });
});

describe("the place of a quote", () => {
  test("is found for forecasts that were there before the text, and for those that come after", async () => {
    const before = await record();
    expect(await placeOf(before)).toBeNull();
    await db.store.write((tx) => keep(tx));
    const after = await record();
    expect(await placeOf(before)).toEqual(first);
    expect(await placeOf(after)).toEqual(first);
  });

  test("is the one named, where the words stand twice", async () => {
    await db.store.write((tx) => keep(tx));
    expect(await placeOf(await record({ place: second }))).toEqual(second);
  });

  test("goes with the words: other words have another place, or none", async () => {
    await db.store.write((tx) => keep(tx));
    const slug = await record({ place: second });
    const horizonNote = { en: "Said before." };
    const change = (quote: string, revision: number) =>
      db.store.write((tx) =>
        changeForecast(tx, slug, { quote, horizonNote }, { revision, reason: null }, MOMENT),
      );
    value(await change("I am sure.", 0));
    expect(await placeOf(slug)).toMatchObject({ start: TEXT.indexOf("I am sure.") });
    value(await change("I was sure.", 1));
    expect(await placeOf(slug)).toBeNull();
  });

  test("is listed in the order of the text, without withdrawn forecasts", async () => {
    await db.store.write((tx) => keep(tx));
    const late = await record({ place: second });
    const early = await record();
    const gone = await record();
    await db.store.write((tx) => withdrawForecast(tx, gone, "Twice.", MOMENT));
    const listed = await listQuotePlaces(db.store.read, SOURCE);
    expect(listed.map(({ slug, start }) => [slug, start])).toEqual([
      [early, first.start],
      [late, second.start],
    ]);
  });
});
