import { NextResponse } from "next/server";
import { cookieOptions, isSecure } from "../_request/actor.ts";
import { isOwnForm } from "../_request/origin.ts";
import { isLanguage, LANGUAGE_COOKIE } from "../_request/page-context.ts";
import { getSettings } from "../_request/process/settings.ts";

/** A path of ours, or the front page: never an address elsewhere. */
function ownPath(back: FormDataEntryValue | null): string {
  const base = "http://hindcast.invalid";
  if (typeof back !== "string" || !back.startsWith("/") || !URL.canParse(back, base)) return "/";
  const url = new URL(back, base);
  // Dots may leave two slashes at the front, which name a host.
  const path = url.pathname + url.search;
  return url.origin === base && !path.startsWith("//") ? path : "/";
}

/** Keeps the language that a reader chose and goes back to where they were. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnForm(request.headers, getSettings().origin)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const language = form.get("lang");
  const response = new NextResponse(null, { status: 303, headers: { location: ownPath(form.get("back")) } });
  if (isLanguage(language)) {
    response.cookies.set(LANGUAGE_COOKIE, language, cookieOptions(isSecure(request.headers)));
  }
  return response;
}
