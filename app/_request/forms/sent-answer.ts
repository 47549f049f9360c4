import { NextResponse } from "next/server";
import type { Hindrance } from "#db/store.ts";
import { RETRY_AFTER_SECONDS } from "../unavailable-page.ts";

// How a form that was sent is answered: a browser is led on, and our script (app/_script/sending.ts) is told where to,
// or what is wrong, since it has the form still.

/** Says that our script has sent a form. */
const BY_SCRIPT = "x-hindcast-script";

export const isSentByScript = (request: Request): boolean => request.headers.has(BY_SCRIPT);

const NOT_KEPT = { "cache-control": "no-store" };

/**
 * Leads on: a browser by itself, and our script by a word, which says as well whether what was typed is on record: only
 * then it keeps no draft of it any more.
 */
export const leadTo = (to: string, toScript: boolean, isSaved: boolean): NextResponse =>
  toScript
    ? NextResponse.json({ to, saved: isSaved }, { headers: NOT_KEPT })
    : new NextResponse(null, { status: 303, headers: { ...NOT_KEPT, location: to } });

/** Tells our script what is wrong. */
export function tellScript(status: 400 | 403 | 413 | 503 | 507, message: string | null): NextResponse {
  const response = NextResponse.json({ message }, { status, headers: NOT_KEPT });
  if (status === 503) response.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return response;
}

export const statusOf = (hindrance: Hindrance): 503 | 507 => (hindrance === "full" ? 507 : 503);
