import { DatabaseError } from "pg";
import { StoreFull, StoreMoved, StoreUnavailable } from "../../store.ts";
import { codeOf } from "../error-code.ts";
import type { Sessions } from "./sessions.ts";

/** The database, the schema or a table is not there, though it was at the start. */
const GONE = /^(?:3D000|3F000|42P01)$/;
/** The user is not let in any more, or may do less than it might. */
const NOT_ALLOWED = /^(?:28|42501)/;
/** The server has become one that only reads. Of sessions that only read by our own will, it is a fault of ours. */
const READ_ONLY = "25006";
const DISK_FULL = "53100";

function named(error: unknown, isForWriting: boolean): unknown {
  const code = codeOf(error);
  const told = error instanceof DatabaseError ? error.message : "";
  if (GONE.test(code))
    return new StoreMoved(
      `The database is not there any more (${told}): nothing is read or changed until it is back.`,
      { cause: error },
    );
  if (NOT_ALLOWED.test(code) || (isForWriting && code === READ_ONLY))
    return new StoreUnavailable("PostgreSQL does not allow it", { cause: error });
  if (code === DISK_FULL)
    return new StoreFull(`PostgreSQL has no room left (${told}): no change is made until there is.`, {
      cause: error,
    });
  return error;
}

/**
 * The sessions of a store that runs: what had been in order at its start and is no longer has a name. The error stays
 * the same one until something works again, so that it is told once.
 */
export function whileRunning(sessions: Sessions, purpose: "reading" | "writing"): Sessions {
  let last: StoreMoved | StoreFull | null = null;
  return {
    async lend(work) {
      try {
        const result = await sessions.lend(work);
        last = null;
        return result;
      } catch (error) {
        const told = named(error, purpose === "writing");
        if (!(told instanceof StoreMoved || told instanceof StoreFull)) throw told;
        last = last?.name === told.name ? last : told;
        throw last;
      }
    },
    close: () => sessions.close(),
  };
}
