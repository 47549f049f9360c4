import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { contents, copies, hosts, pages, visits, watches } from "#db/schema/tables.ts";
import { nextCheck } from "#domain/pages/revisit.ts";
import { randomFrom } from "./random.ts";
import { summaryOf } from "./words.ts";

/** What is kept of a page, and how its link stands. */
export interface KeptPage {
  readonly content: typeof contents.$inferInsert;
  readonly copy: typeof copies.$inferInsert;
  readonly host: typeof hosts.$inferInsert;
  readonly watch: typeof watches.$inferInsert;
  readonly visit: typeof visits.$inferInsert;
}

const PARAGRAPHS = 12;
const SKETCH = 64;

const textOf = (random: ReturnType<typeof randomFrom>): string =>
  Array.from({ length: PARAGRAPHS }, () => summaryOf(random)).join("\n\n");

/**
 * A copy of some kilobytes for a page, from numbers of its own: what else is made stays the same with it and without.
 * One link in fifty stands badly.
 */
export function keptPage(page: typeof pages.$inferInsert, fetchedAt: Date): KeptPage {
  const random = randomFrom(Number.parseInt(page.id.slice(0, 8), 16));
  const text = textOf(random);
  // Among very many pages some have the same numbers, and none the same address.
  const head = `<title>${page.title}</title><link rel="canonical" href="https://${page.linkKey}">`;
  const html = `<!doctype html>${head}<article>${text.replaceAll("\n\n", "<p>")}</article>`;
  const body = Buffer.from(html);
  const bytes = gzipSync(body, { level: 1 });
  const sha256 = createHash("sha256").update(body).digest("hex");
  const sketch = Array.from({ length: SKETCH }, () => Math.floor(random.next() * 2 ** 32));
  // An id is one of its table only.
  const [url, pageId, copyId, size] = [`https://${page.linkKey}`, page.id, page.id, body.byteLength];
  const host = page.publisher;
  const dueAt = nextCheck(fetchedAt, pageId, 30);
  const standing = random.chance(0.02)
    ? random.pick(["changed", "moved", "gone", "unreachable"] as const)
    : "alive";
  const seen = { standing, copyId } as const;
  const details = {
    title: page.title,
    siteName: host,
    author: null,
    description: null,
    publishedOn: page.publishedOn ?? null,
    lang: "en",
    canonical: null,
  };
  return {
    content: { sha256, size, storedSize: bytes.byteLength + Buffer.byteLength(text), sketch, text, bytes },
    copy: {
      id: copyId,
      pageId,
      url,
      finalUrl: url,
      redirects: [],
      status: 200,
      mediaType: "text/html",
      headers: [["content-type", "text/html"]],
      fetchedAt,
      details,
      contentSha256: sha256,
      sha256,
      size,
    },
    host: { host, dueAt },
    watch: {
      pageId,
      url,
      host,
      dueAt,
      attempts: 0,
      since: fetchedAt,
      checkedAt: fetchedAt,
      ...seen,
      firstCopyId: copyId,
    },
    visit: { id: pageId, pageId, at: fetchedAt, ...seen, status: 200, finalUrl: url },
  };
}
