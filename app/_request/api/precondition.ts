import { err, ok, type Result } from "#domain/result.ts";
import { matchedRevision } from "./entity-tag.ts";
import { mismatched, type StaleStatus, withoutRevision } from "./problem.ts";

interface Edit {
  readonly body: unknown;
  readonly stale: StaleStatus;
}

/** An edit's body with the revision that it was made on, which a tag may name in its place; or why there is none. */
export function basedOn(request: Request, body: unknown): Result<Edit, Response> {
  const matched = matchedRevision(request.headers.get("if-match"));
  const sent = Object(body);
  const named = sent.revision ?? null;
  if (matched === null) return named === null ? err(withoutRevision()) : ok({ body, stale: 409 });
  if (matched === "none" || (named !== null && named !== matched)) return err(mismatched());
  return ok({ body: { ...sent, revision: matched }, stale: 412 });
}
