import type { ArchivedCopy } from "#db/pages/archived-copies.ts";
import type { CopyRecord, ReadableCopy } from "#db/pages/copies.ts";
import type { CopyPassage } from "#db/pages/copy-passages.ts";
import type { PageEntry } from "#db/pages/record.ts";
import type { DifferenceBlock } from "#domain/pages/text-difference.ts";

const detailsJson = (details: NonNullable<CopyRecord["details"]>) => ({
  title: details.title,
  siteName: details.siteName,
  author: details.author,
  description: details.description,
  publishedOn: details.publishedOn,
  lang: details.lang,
  canonical: details.canonical,
});

/** A copy as a list carries it. `isKept`: its bytes are to be had, else only its headers and its hash. */
export const copyItemJson = (copy: CopyRecord) => ({
  id: copy.id,
  page: copy.pageId,
  url: copy.url,
  finalUrl: copy.finalUrl,
  redirects: copy.redirects.map(({ url, status }) => ({ url, status })),
  status: copy.status,
  mediaType: copy.mediaType,
  fetchedAt: copy.fetchedAt.toISOString(),
  sha256: copy.sha256,
  size: copy.size,
  isKept: copy.contentSha256 !== null,
  bytes: copy.contentSha256 === null ? null : `/copies/${copy.id}/bytes`,
  readingFault: copy.readingFault,
  details: copy.details === null ? null : detailsJson(copy.details),
});

/** A copy with its headers, its text and what is marked in it. */
export const copyJson = (copy: ReadableCopy, passages: readonly CopyPassage[]) => ({
  ...copyItemJson(copy),
  headers: copy.headers.map(([name, value]) => [name, value]),
  text: copy.text,
  passages: passages.map(({ evidenceId, slug, start, end }) => ({
    evidence: evidenceId,
    forecast: slug,
    startsAt: start,
    endsAt: end,
  })),
});

/** The copy of a page that an archive keeps. */
export const archivedJson = (archived: ArchivedCopy | null) =>
  archived === null ? null : { url: archived.url, takenAt: archived.takenAt.toISOString() };

/** An entry of evidence that rests on a page, as far as the page tells of it. */
export const pageEntryJson = (entry: PageEntry) => ({
  evidence: entry.evidenceId,
  forecast: entry.slug,
  stance: entry.stance,
  strength: entry.strength,
});

/** How one copy became another; null where the two are too different to be compared, or one has no text. */
export const differenceJson = (blocks: readonly DifferenceBlock[] | null) =>
  blocks?.map((block) =>
    block.kind === "changed"
      ? { kind: block.kind, pieces: block.pieces.map(({ fate, text }) => ({ fate, text })) }
      : block,
  ) ?? null;
