import type { Hindrance } from "#db/store.ts";
import { en } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import type { OperationRefusal } from "#operations/operation.ts";
import { RETRY_AFTER_SECONDS } from "../unavailable-page.ts";
import { answer } from "./answer.ts";

const TITLES = {
  400: "Bad Request",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  428: "Precondition Required",
  500: "Internal Server Error",
  503: "Service Unavailable",
  507: "Insufficient Storage",
} as const;

interface Details {
  /** A sentence on this very case. */
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
  /** What stands in the way of a change, null when nothing does. */
  readonly current?: unknown;
}

/** An answer that says what went wrong, as RFC 9457 has it: no type of its own, so the title is the status's. */
export const problem = (status: keyof typeof TITLES, details: Details = {}): Response =>
  answer(JSON.stringify({ type: "about:blank", title: TITLES[status], status, ...details }), status, {
    "content-type": "application/problem+json",
    ...(status === 503 ? { "retry-after": String(RETRY_AFTER_SECONDS) } : {}),
  });

const HINDERED = {
  unavailable: [503, "The records cannot be reached just now. Ask again in a few seconds."],
  moved: [
    503,
    "The database was deleted, moved or replaced while the server runs, so no change is accepted. Whoever runs the server has to put it back, or to stop the server and start it again.",
  ],
  full: [
    507,
    "There is no room left for the database, so nothing was saved. Whoever runs the server has to make room; then send it again.",
  ],
} as const satisfies { readonly [H in Hindrance]: readonly [keyof typeof TITLES, string] };

/** Why the store did not do what was asked of it. */
export function hindered(hindrance: Hindrance): Response {
  const [status, detail] = HINDERED[hindrance];
  return problem(status, { detail });
}

/** As many faults as one answer tells: a hostile body has more of them than anybody would read. */
const MOST_ERRORS = 100;
const MOST_NAME = 100;

const inWords = ({ field, code, limit, least, accepted, day, found }: FieldError) => ({
  field: field.slice(0, MOST_NAME),
  code,
  message: en.errors[code]({ limit, least, accepted, day, found }),
});

/** Fields that cannot be accepted, each with the reason. */
export const unacceptable = (faults: readonly FieldError[]): Response =>
  problem(422, {
    detail: "Each field that cannot be accepted says why.",
    errors: faults.slice(0, MOST_ERRORS).map(inWords),
  });

/** What a change has to name, so that it overwrites nothing that its sender has not seen. */
export const withoutRevision = (): Response =>
  problem(428, {
    detail:
      "A change names the `revision` that it was made on, or the ETag in `If-Match`; GET gives those that stand.",
    errors: [inWords({ field: "revision", code: "required" })],
  });

/** An `If-Match` that cannot be what stands. */
export const mismatched = (): Response =>
  problem(412, {
    detail:
      "`If-Match` takes one ETag, as GET of this address gives it, and the `revision` of the body, if there is one, is the same.",
  });

/** An `Idempotency-Key` that is none. */
export const notAKey = (): Response =>
  problem(400, {
    detail:
      "`Idempotency-Key` takes one key of 1 to 255 visible ASCII characters, bare or in double quotes: a UUID, for one.",
  });

/** A key under which something else was made. */
export const keyReused = (): Response =>
  problem(422, {
    detail:
      "Something else was made under this `Idempotency-Key` within a day: another method, address or body. Nothing was stored now; send it under a key of its own.",
  });

const CONFLICTS = {
  "evidence-exists": "This page is on this forecast already; `current` is the earlier entry.",
  "evidence-already-withdrawn": "This entry was withdrawn before; `current` is the entry.",
  "evidence-changed":
    "Somebody else corrected the entry, or its page, since that revision; `current` is how it stands now.",
  "visited-just-now":
    "The page was visited less than a minute ago, so it is left alone; `current` is the entry.",
  "other-verdict-stands":
    "Another verdict stands than the one named, or none; `current` is the one that does.",
  "forecast-changed":
    "Somebody else changed the forecast since that revision; `current` is how it stands now.",
  "changed-while-judged":
    "The claim, the window or the criteria were changed since the `revision` that was judged; `current` is how they stand now. Look at what changed, then judge again.",
  "forecast-withdrawn": "The forecast is withdrawn, so that nothing can be added to it; put it back first.",
  "forecast-not-withdrawn": "The forecast is not withdrawn.",
  "source-exists": "A source with this link is on record already; `current` is that one.",
  "source-alike":
    "The source has no link, and one of this title, publisher and date is on record already; `current` is that one. If they are two, give it a title that tells them apart, or a link.",
  "text-kept-already": "A text is kept with this source already, which its quotes were taken from.",
  "verdict-would-change":
    "A verdict stands, given for the days as they are, and with these it would read differently; `current` is that verdict. Withdraw it first.",
  "forecast-resolved": "A verdict stands, so there is nothing to review; `current` is that verdict.",
} as const;

/** How it is told that a revision is stale: of one that a body named (409), or `If-Match` (412). */
export type StaleStatus = 409 | 412;

/** What tells it. */
const STALE = new Set<keyof typeof CONFLICTS>(["evidence-changed", "forecast-changed"]);

const BUSY = {
  links: "Too many links wait to be read just now. Ask again in a minute.",
  texts: "Too many texts are being read just now. Ask again in a few seconds.",
} as const;

/**
 * Why an operation was not carried out. Nothing has been stored.
 *
 * @param toJson what stands in the way as JSON
 * @param stale how it is told that the revision that was named is stale
 */
export function refused<Current>(
  refusal: OperationRefusal<Current>,
  toJson: (current: Current) => unknown,
  stale: StaleStatus = 409,
): Response {
  switch (refusal.kind) {
    case "not-found":
      return problem(404);
    case "conflict": {
      const { code, current } = refusal;
      const status = STALE.has(code) ? stale : 409;
      return problem(status, { detail: CONFLICTS[code], current: current === null ? null : toJson(current) });
    }
    case "invalid":
      return unacceptable(refusal.faults);
    case "busy":
      return problem(503, { detail: BUSY[refusal.with] });
    case "pages-not-read":
      return problem(409, { detail: "No pages are read here, and this one is not on record." });
    default:
      return refusal satisfies never;
  }
}
