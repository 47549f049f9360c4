import {
  DEFAULT_DATABASE_URL,
  describeLocation,
  parseDatabaseUrl,
  readMayCreate,
} from "#db/engine/location.ts";
import { openStore, prepareStore } from "#db/engine/open.ts";
import { countForecasts } from "#db/lists/forecasts.ts";
import { isUnavailable, type Store, sentenceOf } from "#db/store.ts";
import { seed } from "#seed/load.ts";
import { clockDay } from "./clock-day.ts";

// Makes sure that there is a database before the server starts: created and seeded on the first run, brought up to
// date after an upgrade, and otherwise left alone.

const now = new Date();
const located = parseDatabaseUrl(process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL, process.cwd());
const mayCreate = readMayCreate(process.env.HINDCAST_CREATE);
if (!located.ok || !mayCreate.ok) {
  for (const setting of [located, mayCreate]) if (!setting.ok) console.error(setting.error);
  process.exit(78);
}

try {
  const place = located.value;
  const fill = async (store: Store) => {
    await seed(store, now, clockDay(now));
  };
  const prepared = await prepareStore(place, mayCreate.value ? fill : null, (sentence) =>
    console.log(sentence),
  );
  const store = await openStore(place);
  const forecasts = await countForecasts(store.read, {}, clockDay(now));
  await store.close();
  const did = prepared === "created" ? "created and seeded" : "found";
  console.log(`Database: ${did} ${describeLocation(place)} (${forecasts} forecasts)`);
} catch (error) {
  if (isUnavailable(error)) {
    console.error(
      `${describeLocation(located.value)} does not answer: start it, or set DATABASE_URL to another.`,
    );
    process.exit(75);
  }
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  console.error(sentence);
  process.exit(78);
}
