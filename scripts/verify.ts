import { DEFAULT_DATABASE_URL, describeLocation, parseDatabaseUrl } from "#db/engine/location.ts";
import { verify } from "#db/moving/verify.ts";
import { isUnavailable, StoreRefusal } from "#db/store.ts";

const USAGE = `npm run verify

Looks at all that the database holds, while the app runs or not, and changes nothing. One line for each of:

  Pages and indexes              every page of a file, and whether each index is of what its table holds
  Foreign keys                   whether each row that another one names is there
  Tables, indexes and triggers   whether they are as the migrations make them
  History                        whether its entries are numbered from 1 without a gap

It ends with 0 when all is sound, with 1 when something is not or could not be looked at. That the newest entries of the
history were taken away cannot be told by those that are left: compare with a backup. Pages of PostgreSQL are checked by
its own pg_amcheck.

  DATABASE_URL   the database to look at (default ${DEFAULT_DATABASE_URL})`;

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

const [first, ...rest] = process.argv.slice(2);
if (rest.length === 0 && (first === "--help" || first === "-h")) {
  console.log(USAGE);
  process.exit(0);
}
if (first !== undefined) stop(USAGE);

const located = parseDatabaseUrl(process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL, process.cwd());
if (!located.ok) stop(located.error);
else {
  const place = located.value;
  let faults = 0;
  try {
    await verify(place, ({ about, isSound, said }) => {
      if (!isSound) faults += 1;
      console.log(`${isSound ? "ok" : "NOT SOUND"}  ${about}: ${said}`);
    });
    const shown = describeLocation(place);
    const restore = place.engine === "sqlite" ? ": npm run restore -- BACKUP" : ", use pg_restore";
    if (faults > 0)
      stop(`${shown} is not sound. Nothing was changed. To put a backup in its place${restore}.`);
    console.log(`${shown} is sound`);
  } catch (error) {
    if (error instanceof StoreRefusal) stop(error.message);
    if (isUnavailable(error)) stop(`${describeLocation(place)} does not answer.`);
    throw error;
  }
}
