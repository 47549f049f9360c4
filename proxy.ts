import { type NextRequest, NextResponse } from "next/server";
import { getStore } from "./app/_edge/store.ts";
import { isAddressed, isOnRecord } from "./db/addresses.ts";

export const config = { matcher: ["/forecasts/:slug", "/sources/:slug", "/speakers/:slug"] };

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
export async function proxy(request: NextRequest): Promise<Response> {
  const [, kind, part = ""] = request.nextUrl.pathname.split("/");
  const slug = decoded(part);
  if (!isAddressed(kind)) return NextResponse.next();
  const { read } = await getStore();
  if (slug !== undefined && (await isOnRecord(read, kind, slug))) return NextResponse.next();
  return NextResponse.rewrite(new URL("/not-on-record", request.url));
}
