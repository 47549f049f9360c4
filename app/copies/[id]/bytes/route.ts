import { readContent } from "#db/pages/contents.ts";
import { findCopy } from "#db/pages/copies.ts";
import { nothing, parseWith } from "#operations/fields.ts";
import { guarded } from "../../../_request/api/guarded.ts";
import { problem, unacceptable } from "../../../_request/api/problem.ts";
import { streamUnpacked } from "../../../_request/cache/copy-bytes.ts";
import { decodedPart } from "../../../_request/parse/params.ts";
import { storeForRequest } from "../../../_request/process/store.ts";

export const dynamic = "force-dynamic";

/**
 * What a file is called that a browser may save, by the type it was sent as. No name of a stranger's, and none that
 * opens by itself.
 */
const ENDINGS: { readonly [mediaType: string]: string } = {
  "application/pdf": "pdf",
  "application/xhtml+xml": "html.txt",
  "text/html": "html.txt",
  "text/plain": "txt",
};

const nameOf = (sha256: string, mediaType: string | null) =>
  `hindcast-${sha256.slice(0, 12)}.${ENDINGS[mediaType ?? ""] ?? "bin"}`;

async function bytesOf(id: string): Promise<Response> {
  const { read } = await storeForRequest();
  const copy = await findCopy(read, id);
  const content = copy?.contentSha256 ? await readContent(read, copy.contentSha256) : undefined;
  if (copy === undefined || content === undefined) return problem(404);
  const { sha256, mediaType } = copy;
  return new Response(streamUnpacked(content.bytes, { sha256, size: content.size }), {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(content.size),
      "content-disposition": `attachment; filename="${nameOf(sha256, mediaType)}"`,
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** The bytes of a copy as they came, to be saved and never to be shown: they are a stranger's. */
export const GET = (request: Request, { params }: { readonly params: Promise<{ readonly id: string }> }) =>
  guarded(async () => {
    const query = parseWith(nothing, Object.fromEntries(new URL(request.url).searchParams));
    return query.ok ? bytesOf(decodedPart((await params).id)) : unacceptable(query.error);
  });
