import type { Location } from "../engine/location.ts";
import type { Finding } from "./finding.ts";
import { verifyPostgres } from "./verify-postgres.ts";
import { verifySqlite } from "./verify-sqlite.ts";

/**
 * Looks at all that a database holds, while the app runs or not, and changes nothing. It reads everything, so a large
 * database takes its time.
 *
 * @param found is given each finding as soon as it is there
 * @throws StoreRefusal when there is no database of ours that could be looked at
 * @throws StoreUnavailable when a server does not answer
 */
export const verify = async (location: Location, found: (finding: Finding) => void): Promise<void> =>
  location.engine === "sqlite" ? verifySqlite(location.file, found) : verifyPostgres(location.url, found);
