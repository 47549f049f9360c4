import { SCRIPT, SCRIPT_ADDRESS } from "../../_script/served.ts";

/** The script of the pages with forms. Its address is another one for another script, so it may be kept for good. */
export async function GET(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== SCRIPT_ADDRESS) return new Response(null, { status: 404 });
  return new Response(SCRIPT, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
