import { join } from "node:path";
import { parseDatabaseUrl } from "#db/engine/location.ts";
import { prepareStore } from "#db/engine/open.ts";
import {
  actors,
  citations,
  contents,
  copies,
  evidence,
  forecasts,
  forecastTags,
  forecastTexts,
  history,
  hosts,
  keptSpace,
  pageAddresses,
  pages,
  relations,
  sources,
  sourceTexts,
  speakers,
  speakerTexts,
  verdicts,
  visits,
  watches,
} from "#db/schema/tables.ts";
import { indexForecasts } from "#db/search/index-texts.ts";
import type { Store, Writer } from "#db/store.ts";
import type { Day } from "#domain/day.ts";
import { Stop, say } from "../setup/project.mjs";
import type { KeptPage } from "./kept.ts";
import type { Options } from "./options.ts";
import { BENCH, LOGGING } from "./people.ts";
import { type Batch, type Records, recordsOf } from "./records.ts";
import { type Samples, sampler } from "./samples.ts";

/** Rows in one statement: what both engines take, with some twenty values in a row. */
const AT_ONCE = 250;

async function inPortions<Row>(rows: readonly Row[], insert: (portion: Row[]) => PromiseLike<unknown>) {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    await insert(rows.slice(start, start + AT_ONCE));
  }
}

async function fillKept(tx: Writer, { kept }: Batch): Promise<void> {
  const of = <P extends keyof KeptPage>(part: P): KeptPage[P][] => kept.map((page) => page[part]);
  await inPortions(of("content"), (rows) => tx.insert(contents).values(rows));
  await inPortions(of("copy"), (rows) => tx.insert(copies).values(rows));
  await inPortions(of("host"), (rows) => tx.insert(hosts).values(rows).onConflictDoNothing());
  await inPortions(of("watch"), (rows) => tx.insert(watches).values(rows));
  await inPortions(of("visit"), (rows) => tx.insert(visits).values(rows));
}

async function fillBatch(tx: Writer, batch: Batch): Promise<void> {
  await inPortions(batch.forecasts, (rows) => tx.insert(forecasts).values(rows));
  await inPortions(batch.texts, (rows) => tx.insert(forecastTexts).values(rows));
  await inPortions(batch.tags, (rows) => tx.insert(forecastTags).values(rows));
  await inPortions(batch.relations, (rows) => tx.insert(relations).values(rows));
  await inPortions(batch.pages, (rows) => tx.insert(pages).values(rows));
  const addresses = batch.pages.map(({ id, linkKey }) => ({ linkKey, pageId: id }));
  await inPortions(addresses, (rows) => tx.insert(pageAddresses).values(rows));
  await fillKept(tx, batch);
  await inPortions(batch.evidence, (rows) => tx.insert(evidence).values(rows));
  await inPortions(batch.verdicts, (rows) => tx.insert(verdicts).values(rows));
  await inPortions(batch.citations, (rows) => tx.insert(citations).values(rows));
  await inPortions(batch.history, (rows) => tx.insert(history).values(rows));
  await indexForecasts(
    tx,
    batch.forecasts.map(({ id }) => id),
  );
}

/** Puts generated records into an empty store. @param seen is shown each batch as it goes in */
export async function fill(store: Store, records: Records, seen: (batch: Batch) => void = () => {}) {
  const { people } = records;
  await store.write(async (tx) => {
    await tx.insert(actors).values([BENCH, ...LOGGING]);
    await inPortions(people.sources, (rows) => tx.insert(sources).values(rows));
    await inPortions(people.sourceTexts, (rows) => tx.insert(sourceTexts).values(rows));
    await inPortions(people.speakers, (rows) => tx.insert(speakers).values(rows));
    await inPortions(people.speakerTexts, (rows) => tx.insert(speakerTexts).values(rows));
  });
  let bytes = 0;
  for (const batch of records.batches()) {
    await store.write((tx) => fillBatch(tx, batch));
    for (const { content } of batch.kept) bytes += content.storedSize;
    seen(batch);
  }
  await store.write((tx) =>
    tx
      .insert(keptSpace)
      .values({ number: 1, bytes })
      .then(() => undefined),
  );
}

export interface DataSet {
  readonly databaseUrl: string;
  readonly samples: Samples;
}

function addressFor(engine: Options["engine"], size: number, folder: string): string {
  if (engine === "sqlite") return `file:${join(folder, `bench-${size}.db`)}`;
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Stop("--engine postgres needs TEST_POSTGRES_URL, the address of an empty database.");
  return url;
}

/** Makes a database with so many forecasts. @throws Stop where that is not possible */
export async function makeDataSet(
  { engine }: Pick<Options, "engine">,
  size: number,
  today: Day,
  folder: string,
): Promise<DataSet> {
  const databaseUrl = addressFor(engine, size, folder);
  const place = parseDatabaseUrl(databaseUrl, folder);
  if (!place.ok) throw new Stop(place.error);
  const { note, samples } = sampler();
  const start = performance.now();
  const prepared = await prepareStore(place.value, async (store) => {
    await fill(store, recordsOf(size, today), note);
  });
  if (prepared === "found") throw new Stop("There are records in the database already: give an empty one.");
  say(`${size} forecasts made in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return { databaseUrl, samples: samples() };
}
