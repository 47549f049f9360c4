import { sql } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { LINK_STANDINGS, type LinkStanding } from "#domain/vocabulary.ts";
import {
  bytes,
  check,
  count,
  day,
  id,
  index,
  instant,
  isDayShaped,
  isOneOf,
  json,
  table,
  text,
} from "./dialect.ts";

// Pages of the web: what leads to them, what was kept of them, and when they are visited.

/** A page of the web, whoever logs it; `linkKey` is what its links have in common (see `domain/pages/link.ts`). */
export const pages = table(
  "pages",
  {
    id: id(),
    linkKey: text("link_key").notNull().unique(),
    title: text("title").notNull(),
    publisher: text("publisher").notNull(),
    publishedOn: day("published_on"),
    /** Who wrote it, as the page says; null where nobody has said. */
    author: text("author"),
  },
  (t) => [check("pages_published_on", isDayShaped(t.publishedOn))],
);

/** Every key of a link that leads to a page: what was typed, what it redirects to, what it calls itself. */
export const pageAddresses = table(
  "page_addresses",
  {
    linkKey: text("link_key").primaryKey(),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
  },
  (t) => [index("page_addresses_by_page").on(t.pageId)],
);

/** A page that turned out to be another one, logged before it: an address of the one led to the other. */
export const samePages = table(
  "same_pages",
  {
    pageId: text("page_id")
      .primaryKey()
      .references(() => pages.id),
    /** Is itself the same as no older one. */
    sameAsId: text("same_as_id")
      .notNull()
      .references(() => pages.id),
  },
  (t) => [
    index("same_pages_by_older").on(t.sameAsId),
    check("same_pages_not_itself", sql`${t.pageId} <> ${t.sameAsId}`),
  ],
);

/**
 * What pages were made of, each kept once however often it was fetched. Long columns come last, so that the short ones
 * are read without them.
 */
export const contents = table(
  "contents",
  {
    /** Of the unpacked bytes, in hexadecimal. */
    sha256: text("sha256").primaryKey(),
    /** Of the unpacked bytes. */
    size: count("size").notNull(),
    /** What it takes of the space for copies: the packed bytes, and the text in UTF-8. */
    storedSize: count("stored_size").notNull(),
    /** What its text has in common with a reprint of it (see `domain/pages/sketch.ts`). */
    sketch: json<readonly number[]>("sketch"),
    /** What a reader would read of it; null where there is none or it could not be read. */
    text: text("text"),
    /** As gzip. */
    bytes: bytes("bytes").notNull(),
  },
  (t) => [check("contents_sizes", sql`${t.size} >= 0 and ${t.storedSize} >= 0`)],
);

/** What a page says of itself. */
export interface KeptDetails {
  readonly title: string | null;
  readonly siteName: string | null;
  readonly author: string | null;
  readonly description: string | null;
  readonly publishedOn: Day | null;
  readonly lang: string | null;
  readonly canonical: string | null;
}

/** What a page was at a time. Append-only; a visit that finds the same text makes none. */
export const copies = table(
  "copies",
  {
    id: id(),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
    url: text("url").notNull(),
    finalUrl: text("final_url").notNull(),
    redirects: json<readonly { readonly url: string; readonly status: number }[]>("redirects").notNull(),
    status: count("status").notNull(),
    headers: json<readonly (readonly [name: string, value: string])[]>("headers").notNull(),
    mediaType: text("media_type"),
    fetchedAt: instant("fetched_at").notNull(),
    details: json<KeptDetails>("details"),
    /** Null where the page is of a kind that is kept as headers and hash only. */
    contentSha256: text("content_sha256").references(() => contents.sha256),
    sha256: text("sha256").notNull(),
    size: count("size").notNull(),
    /** Why there is no text, or not all of it. */
    readingFault: text("reading_fault"),
  },
  (t) => [
    index("copies_by_page").on(t.pageId, t.fetchedAt),
    index("copies_by_content").on(t.contentSha256),
    check("copies_content", sql`${t.contentSha256} is null or ${t.contentSha256} = ${t.sha256}`),
  ],
);

/** Where pages are visited: one visit to a host at a time, whatever process makes it. */
export const hosts = table(
  "hosts",
  {
    host: text("host").primaryKey(),
    /** When the first of its pages is to be visited. */
    dueAt: instant("due_at").notNull(),
    /** Whoever visits it now, and until when others wait for them. */
    lease: text("lease"),
    leasedUntil: instant("leased_until"),
    /** It asked to be left alone until then. */
    pausedUntil: instant("paused_until"),
  },
  (t) => [
    index("hosts_by_due").on(t.dueAt, t.host),
    check("hosts_lease", sql`(${t.lease} is null) = (${t.leasedUntil} is null)`),
  ],
);

/** A page that is visited: when next, and how its link stood at the last visit. */
export const watches = table(
  "watches",
  {
    pageId: text("page_id")
      .primaryKey()
      .references(() => pages.id),
    url: text("url").notNull(),
    host: text("host")
      .notNull()
      .references(() => hosts.host),
    dueAt: instant("due_at").notNull(),
    /** How often it was tried in vain since it was last due. */
    attempts: count("attempts").notNull(),
    standing: text("standing").$type<LinkStanding>().notNull(),
    /** When the link was first found to stand so. */
    since: instant("since").notNull(),
    checkedAt: instant("checked_at"),
    /** What its site wants to hear to tell whether it is as it was; null where no copy says what it was. */
    etag: text("etag"),
    lastModified: text("last_modified"),
    /** Why it could not be read or kept at the last visit. */
    fault: text("fault"),
    faultDetail: text("fault_detail"),
    /** The newest copy, and the one that was kept first. */
    copyId: text("copy_id").references(() => copies.id),
    firstCopyId: text("first_copy_id").references(() => copies.id),
  },
  (t) => [
    index("watches_by_host").on(t.host, t.dueAt),
    index("watches_by_due").on(t.dueAt),
    index("watches_by_turn").on(t.standing, t.dueAt),
    index("watches_by_standing").on(t.standing, t.since, t.pageId),
    index("watches_by_copy").on(t.copyId),
    index("watches_by_first_copy").on(t.firstCopyId),
    check("watches_standing", isOneOf(t.standing, LINK_STANDINGS)),
    check("watches_copies", sql`(${t.copyId} is null) = (${t.firstCopyId} is null)`),
  ],
);

/** What each visit found. Append-only. */
export const visits = table(
  "visits",
  {
    id: id(),
    pageId: text("page_id")
      .notNull()
      .references(() => pages.id),
    at: instant("at").notNull(),
    /** How the link stood afterwards. */
    standing: text("standing").$type<LinkStanding>().notNull(),
    status: count("status"),
    finalUrl: text("final_url"),
    fault: text("fault"),
    detail: text("detail"),
    /** The copy that it made, or that says what was found. */
    copyId: text("copy_id").references(() => copies.id),
  },
  (t) => [
    index("visits_by_page").on(t.pageId, t.at),
    index("visits_by_copy").on(t.copyId),
    check("visits_standing", isOneOf(t.standing, LINK_STANDINGS)),
  ],
);

/** What an archive that somebody else keeps said when it was asked for its copy of a page; both null: it had none. */
export const archivedCopies = table(
  "archived_copies",
  {
    pageId: text("page_id")
      .primaryKey()
      .references(() => pages.id),
    url: text("url"),
    /** When the archive took it. */
    takenAt: instant("taken_at"),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [
    check(
      "archived_copies_url",
      sql`${t.url} is null or ${t.url} like 'http://%' or ${t.url} like 'https://%'`,
    ),
    check("archived_copies_whole", sql`(${t.url} is null) = (${t.takenAt} is null)`),
  ],
);

/** How much space the contents take, in one row, which is there once any is kept. */
export const keptSpace = table(
  "kept_space",
  { number: count("number").primaryKey(), bytes: count("bytes").notNull() },
  (t) => [check("kept_space_once", sql`${t.number} = 1`), check("kept_space_bytes", sql`${t.bytes} >= 0`)],
);
