import {
  DEFAULT_DATABASE_URL,
  describeLocation,
  parseDatabaseUrl,
  readMayCreate,
} from "#db/engine/location.ts";
import { openStore, prepareStore } from "#db/engine/open.ts";
import { isUnavailable, sentenceOf } from "#db/store.ts";
import { clockDay } from "#scripts/clock-day.ts";
import { seed } from "./load.ts";

const USAGE = `npm run seed

Puts the interview's forecasts and evidence into the database, if they are not there. What is there is left as it
is: seeding twice changes nothing, and a database with other work in it is never touched. npm start does this by
itself on its first run.

  DATABASE_URL   the database (default ${DEFAULT_DATABASE_URL}); made when there is none`;

const now = new Date();
const [asked] = process.argv.slice(2);
if (asked !== undefined) {
  const help = asked === "--help" || asked === "-h";
  (help ? console.log : console.error)(USAGE);
  process.exit(help ? 0 : 1);
}

const located = parseDatabaseUrl(process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL, process.cwd());
const mayCreate = readMayCreate(process.env.HINDCAST_CREATE);
if (!located.ok || !mayCreate.ok) {
  for (const setting of [located, mayCreate]) if (!setting.ok) console.error(setting.error);
  process.exit(78);
}

try {
  const place = located.value;
  const fill = mayCreate.value ? () => Promise.resolve() : null;
  await prepareStore(place, fill, (sentence) => console.log(sentence));
  const store = await openStore(place);
  const seeded = await seed(store, now, clockDay(now));
  await store.close();
  const said = {
    loaded: "The interview is in",
    kept: "The interview was there already; nothing was changed in",
    worked: "There is work in the database and no interview; nothing was changed in",
  };
  console.log(`${said[seeded]} ${describeLocation(place)}`);
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
