import { describeLocation, type Location, parseDatabaseUrl, readMayCreate } from "#db/engine/location.ts";
import { copyDatabase, type Progress } from "#db/moving/copy.ts";
import { isUnavailable, sentenceOf } from "#db/store.ts";

const USAGE = `npm run db:copy -- FROM TO

Copies a whole Hindcast, with its ids and its history, into an empty database: from a file to PostgreSQL, or back, or
between two of a kind. All of it arrives or nothing. Nobody can change anything in FROM meanwhile; what is there stays.
What is of an older version is refused: start this version on it once, which brings it up to date.
At the end both sides are counted and compared by a hash of all that is in them.

  FROM, TO   addresses as DATABASE_URL takes them: file:./data/hindcast.db, postgres://user:password@host:port/database

To move: stop Hindcast, copy, set DATABASE_URL to TO, start.`;

/** How many rows pass between two lines about a large table. */
const TELL_EVERY = 10_000;

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const [from, to, ...rest] = process.argv.slice(2);
if (from === "--help" || from === "-h") {
  console.log(USAGE);
  process.exit(0);
}
if (from === undefined || to === undefined || from.startsWith("-") || to.startsWith("-") || rest.length > 0)
  stop(USAGE);
else {
  const locate = (url: string): Location => {
    const located = parseDatabaseUrl(url, process.cwd());
    return located.ok ? located.value : stop(located.error.replace(/^DATABASE_URL/, "An address"));
  };
  const mayCreate = readMayCreate(process.env.HINDCAST_CREATE);
  const [source, target] = [locate(from), locate(to)];
  try {
    let all = 0;
    const progress: Progress = {
      copying: (table, rows) => {
        if (rows % TELL_EVERY === 0) console.log(`  ${table}: ${rows} rows so far`);
      },
      same: (table, { rows, hash }) => {
        all += rows;
        console.log(`${table}: ${rows} rows, the same on both sides (SHA-256 ${hash.slice(0, 16)})`);
      },
    };
    await copyDatabase(source, target, progress, mayCreate.ok ? mayCreate.value : stop(mayCreate.error));
    console.log(`Copied: ${all} rows, ${describeLocation(source)} -> ${describeLocation(target)}`);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence !== null) stop(sentence);
    if (isUnavailable(error)) stop("A database does not answer. Nothing was copied.");
    throw error;
  }
}
