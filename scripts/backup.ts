import { resolve } from "node:path";
import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from "#db/engine/location.ts";
import { backUp } from "#db/engine/sqlite/backup.ts";
import { StoreRefusal } from "#db/store.ts";

const USAGE = `npm run backup -- FILE

Writes a copy of the database to FILE, complete as of one moment, while the app runs or not, and checks it.
It never writes over a file that is there.

  DATABASE_URL   the database to copy (default ${DEFAULT_DATABASE_URL}); for PostgreSQL use its own pg_dump

To restore: stop the app, npm run restore -- FILE, start.`;

const POSTGRES = "A PostgreSQL database is backed up by its own pg_dump: this command copies a file.";

const [target, ...rest] = process.argv.slice(2);
const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

if (target === "--help" || target === "-h") {
  console.log(USAGE);
  process.exit(0);
}
if (target === undefined || target.startsWith("-") || rest.length > 0) stop(USAGE);
else {
  const located = parseDatabaseUrl(process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL, process.cwd());
  if (!located.ok) stop(located.error);
  else if (located.value.engine === "postgres") stop(POSTGRES);
  else {
    try {
      const file = resolve(target);
      const { bytes } = backUp(located.value.file, file);
      console.log(`Backup: ${file} (${bytes} bytes, checked)`);
    } catch (error) {
      if (!(error instanceof StoreRefusal)) throw error;
      stop(error.message);
    }
  }
}
