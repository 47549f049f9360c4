import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { isSameText, type PageState, standingOf } from "#domain/pages/revisit.ts";
import { whitherOf } from "#domain/pages/same-page.ts";
import type { LinkStanding } from "#domain/vocabulary.ts";
import { copies } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { keepContent } from "./contents.ts";
import { findCopy } from "./copies.ts";
import { learnIdentity } from "./same-pages.ts";
import type { VisitFound, Watch } from "./watches.ts";

type KeptState = PageState & { readonly finalUrl: string };

const isMarkup = (mediaType: string | null): boolean =>
  mediaType !== null && /[/+](?:html|xml)$/.test(mediaType);

async function stateOf(read: Reader, copyId: string | null): Promise<KeptState | null> {
  const copy = copyId === null ? undefined : await findCopy(read, copyId);
  if (copy === undefined) return null;
  const { text, sha256, finalUrl, mediaType, contentSha256, readingFault } = copy;
  const isUnread = contentSha256 !== null && text === null && readingFault === null;
  return { text, sha256, finalUrl, isUnread, isMarkup: isMarkup(mediaType) };
}

const whither = (watch: Watch, first: KeptState | null, found: Pick<VisitFound, "finalUrl" | "redirects">) =>
  whitherOf([watch.url, ...(first === null ? [] : [first.finalUrl])], found);

/** How a link stands whose page is as the newest copy has it; null where there is none. */
export async function compareWithKept(
  read: Reader,
  watch: Watch,
  found: Pick<VisitFound, "finalUrl" | "redirects">,
): Promise<LinkStanding | null> {
  const newest = await stateOf(read, watch.copyId);
  if (newest === null) return null;
  const first = watch.firstCopyId === watch.copyId ? newest : await stateOf(read, watch.firstCopyId);
  return standingOf(first, newest, whither(watch, first, found));
}

const headerOf = ({ headers }: VisitFound, wanted: string): string | null =>
  headers.find(([name]) => name === wanted)?.[1] ?? null;

/** The space for copies counts what pages are made of, so that what comes with them is bounded by itself. */
const MOST_HEADERS = 8 * 1024;
/** Of a kind that is not kept, as pictures are, no more is written down: each of their copies is a row and no bytes. */
const MOST_NOT_KEPT = 100;

/** The headers of an answer from the first, as far as there is room for them. */
function keptHeaders(headers: VisitFound["headers"]): VisitFound["headers"] {
  let room = MOST_HEADERS;
  return headers.filter(([name, value]) => {
    room -= Buffer.byteLength(name) + Buffer.byteLength(value);
    return room >= 0;
  });
}

const countNotKept = (read: Reader, pageId: string): Promise<number> =>
  read.$count(copies, and(eq(copies.pageId, pageId), isNull(copies.contentSha256)));

async function insertCopy(tx: Writer, watch: Watch, found: VisitFound, sha256: string, now: Date) {
  const id = randomUUID();
  const { finalUrl, redirects, status, headers, mediaType, size, stored, reading } = found;
  await tx.insert(copies).values({
    id,
    pageId: watch.pageId,
    url: watch.url,
    finalUrl,
    redirects,
    status,
    mediaType,
    headers: keptHeaders(headers),
    fetchedAt: now,
    details: reading?.details ?? null,
    sha256,
    size,
    contentSha256: stored === null ? null : sha256,
    readingFault: reading === null ? null : reading.fault,
  });
  return id;
}

/** What is known of a page once a visit has brought it. */
interface KeptVisit {
  readonly standing: LinkStanding;
  /** The copy that says what was found; null where there was no space for it. */
  readonly copyId: string | null;
  readonly hasSpace: boolean;
  readonly watch: Partial<Watch>;
}

/**
 * Keeps a page as a visit found it, where it does not say what the newest copy says already, and compares it with the
 * first. Null where nothing came that could be kept.
 */
export async function keepFound(
  tx: Writer,
  watch: Watch,
  found: VisitFound,
  { now, cap }: { readonly now: Date; readonly cap: number },
): Promise<KeptVisit | null> {
  const { sha256, size, stored, reading, sketch } = found;
  if (sha256 === null) return null;
  const isUnread = stored !== null && reading === null;
  const state = { text: reading?.text ?? null, sha256, isUnread, isMarkup: isMarkup(found.mediaType) };
  const newest = await stateOf(tx, watch.copyId);
  const first = watch.firstCopyId === watch.copyId ? newest : await stateOf(tx, watch.firstCopyId);
  const standing = standingOf(first, state, whither(watch, first, found));
  if (first === null || isSameText(first, state)) await learnIdentity(tx, watch, found);
  // They are for whoever gave them, and the host of the link is the one that is asked first.
  const isHome = new URL(found.finalUrl).host === watch.host;
  const markOf = (name: string) => (isHome ? headerOf(found, name) : null);
  const validators = { etag: markOf("etag"), lastModified: markOf("last-modified") };
  const content = stored === null ? null : { sha256, size, bytes: stored, text: state.text, sketch };
  const space = { pageId: watch.pageId, cap };
  // What was read at last is kept where until now nothing was.
  const isNewlyRead = newest?.isUnread === true && !isUnread && newest.sha256 !== sha256;
  if (newest !== null && !isNewlyRead && isSameText(newest, state)) {
    // The reading of the same bytes may have been stopped before.
    if (content !== null && newest.sha256 === sha256 && newest.text === null)
      await keepContent(tx, content, space);
    return { standing, copyId: watch.copyId, hasSpace: true, watch: validators };
  }
  if (content === null && newest !== null && (await countNotKept(tx, watch.pageId)) >= MOST_NOT_KEPT)
    return { standing, copyId: watch.copyId, hasSpace: true, watch: validators };
  if (content !== null && !(await keepContent(tx, content, space)))
    return { standing, copyId: null, hasSpace: false, watch: { etag: null, lastModified: null } };
  const copyId = await insertCopy(tx, watch, found, sha256, now);
  const kept = {
    copyId,
    firstCopyId: first === null || (first.isUnread && !isUnread) ? copyId : watch.firstCopyId,
  };
  return { standing, copyId, hasSpace: true, watch: { ...validators, ...kept } };
}
