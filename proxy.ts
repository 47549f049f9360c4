import { type NextRequest, NextResponse } from "next/server";
import { getStore } from "#app/_request/process/store.ts";
import { failedForTheStore } from "#app/_request/unavailable.ts";
import { unavailablePage } from "#app/_request/unavailable-page.ts";
import { isAddressed, isOnRecord } from "#db/sources/addresses.ts";
import { LANGUAGE_COOKIE, languageOf } from "#front/language.ts";

export const config = {
  matcher: [
    "/",
    "/copies/:id",
    "/forecasts/:slug?",
    "/forecasts/:slug/edit",
    "/forecasts/:slug/evidence/new",
    "/evidence/:id",
    "/history",
    "/links",
    "/sources/:slug?",
    "/sources/:slug/read",
    "/sources/:slug/text",
    "/speakers/:slug?",
    "/timeline",
  ],
};

/** Pages that stand among the records and are none. */
const PAGES: ReadonlySet<string> = new Set(["/forecasts/new", "/sources/new", "/sources/new/read"]);

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/**
 * Sends an address that leads to no record to the page that says so. The pages find out for themselves as well, but
 * for what goes missing while a page is drawn, the framework draws nothing without script.
 */
async function lookUp(request: NextRequest): Promise<Response> {
  const [, kind, part] = request.nextUrl.pathname.split("/");
  const store = await getStore();
  if (part === undefined || PAGES.has(request.nextUrl.pathname) || !isAddressed(kind)) {
    await store.schemaVersion();
    return NextResponse.next();
  }
  const slug = decoded(part);
  if (slug !== undefined && (await isOnRecord(store.read, kind, slug))) return NextResponse.next();
  return NextResponse.rewrite(new URL("/not-on-record", request.url));
}

const askersLanguage = ({ cookies, headers }: NextRequest) =>
  languageOf(cookies.get(LANGUAGE_COOKIE)?.value, headers.get("accept-language"));

/** Looks whether there is something to be shown before a page is drawn: by then its status is said. */
export async function proxy(request: NextRequest): Promise<Response> {
  try {
    return await lookUp(request);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === null) throw error;
    return unavailablePage(askersLanguage(request), hindrance);
  }
}
