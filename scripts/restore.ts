import { resolve } from "node:path";
import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from "#db/engine/location.ts";
import { withAccess } from "#db/engine/sqlite/access.ts";
import { restore } from "#db/moving/restore.ts";
import { StoreRefusal } from "#db/store.ts";

const USAGE = `npm run restore -- FILE

Puts the backup FILE in the place of the database: checks it first, keeps the database that is there with all its side
files under another name, and says which. Stop Hindcast before. FILE stays as it is.

  DATABASE_URL   the database to replace (default ${DEFAULT_DATABASE_URL}); for PostgreSQL use its own pg_restore`;

const POSTGRES =
  "A PostgreSQL database is restored by its own pg_restore: this command puts a file in place.";

const [backup, ...rest] = process.argv.slice(2);
const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

if (backup === "--help" || backup === "-h") {
  console.log(USAGE);
  process.exit(0);
}
if (backup === undefined || backup.startsWith("-") || rest.length > 0) stop(USAGE);
else {
  const located = parseDatabaseUrl(process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL, process.cwd());
  if (!located.ok) stop(located.error);
  else if (located.value.engine === "postgres") stop(POSTGRES);
  else {
    const { file } = located.value;
    try {
      const { bytes, kept } = await withAccess(file, "write", () =>
        restore(resolve(backup), file, new Date()),
      );
      if (kept.length > 0) console.log(`Kept: what was there is now ${kept.join(", ")}`);
      console.log(`Restored: ${file} from ${resolve(backup)} (${bytes} bytes, checked). Start Hindcast.`);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      stop(error.message);
    }
  }
}
