import { parseDatabaseUrl } from "#db/engine/location.ts";
import { openStore } from "#db/engine/open.ts";
import { countForecasts, type ForecastQuery, listForecasts } from "#db/lists/forecasts.ts";
import { readFound } from "#db/lists/found.ts";
import { forecasts } from "#db/schema/tables.ts";
import { countMatches } from "#db/search/find.ts";
import { parseSearch } from "#domain/search/query.ts";
import { clockDay } from "../clock-day.ts";
import { randomFrom } from "./random.ts";
import { SEED } from "./records.ts";

// node scripts/bench/search.ts ADDRESS: how long searches take in the process, over a data set of the bench: first of
// words that few forecasts have (fewer than one in twenty), then of words that many have.

const ROUNDS = 300;
const RARE: readonly [string, ...string[]] = [
  "Lindqvist",
  "Okafor",
  "Huang",
  "Marsh",
  "Silva",
  "Tanaka",
  "Novak",
  "Reyes",
  "Weber",
];
const COMMON: readonly [string, ...string[]] = [
  "batteries",
  "model",
  "robots office",
  "電",
  "固態電池",
  "the",
  "open -law",
  '"solid state"',
];

const [address = ""] = process.argv.slice(2);
const place = parseDatabaseUrl(address, process.cwd());
if (!place.ok) throw new RangeError(place.error);
const store = await openStore(place.value);
const today = clockDay(new Date());
const random = randomFrom(SEED);
const size = await store.read.$count(forecasts);

const kinds: { readonly [kind: string]: () => string } = {
  "a number of a claim": () => String(random.between(1000, size)),
  "a number and a name": () => `${random.pick(RARE)} ${random.between(10, 200)}`,
  "a source's title": () => `"Conversation ${random.between(10, 300)}"`,
  "common words": () => random.pick(COMMON),
};

for (const [kind, words] of Object.entries(kinds)) {
  const times: number[] = [];
  const worked: number[] = [];
  let most = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const q = words();
    if (kind !== "common words" && (await countMatches(store.read, parseSearch(q), size)) > size / 20)
      continue;
    const start = performance.now();
    const before = process.cpuUsage();
    // As the page does it: it counts what does not fit on it.
    const query: ForecastQuery = { filter: { q }, sort: "relevance", limit: 50 };
    const { items, nextCursor } = await listForecasts(store.read, query, today);
    const isAll = nextCursor === null;
    const found = isAll ? items.length : await countForecasts(store.read, query.filter, today, 1_000);
    await readFound(store.read, items, q);
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    worked.push((user + system) / 1000);
    most = Math.max(most, found);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const told = (all: readonly number[]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(2);
    return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
  };
  // The processor's time says more where other work takes its turns on the machine.
  console.log(
    `${kind}: ${told(times)}; of the processor ${told(worked)} (${times.length} searches, up to ${most} found)`,
  );
}
await store.close();
