import { err, ok, type Result } from "../../domain/result.ts";

/**
 * Whether a database may be made where there is none, from HINDCAST_CREATE. Off for volumes that may be missing at a
 * start, and addresses that may be mistyped: a new database would look like the old one gone.
 *
 * @returns a sentence that says what is accepted, where it is something else
 */
export function readMayCreate(value: string | undefined): Result<boolean, string> {
  if (value === undefined || value === "" || value === "on") return ok(true);
  if (value === "off") return ok(false);
  return err(`HINDCAST_CREATE is ${JSON.stringify(value)}; it takes on or off`);
}
