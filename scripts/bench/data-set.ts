import { join } from "node:path";
import { parseDatabaseUrl } from "../../db/engine/location.ts";
import { prepareStore } from "../../db/engine/open.ts";
import type { Day } from "../../domain/day.ts";
import { Stop, say } from "../setup/project.mjs";
import { fill } from "./fill.ts";
import type { Options } from "./options.ts";
import { recordsOf } from "./records.ts";
import { type Samples, sampler } from "./samples.ts";

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
