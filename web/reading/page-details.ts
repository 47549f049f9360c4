import { type Day, day } from "#domain/day.ts";
import { parseLink } from "#domain/pages/link.ts";
import type { FoundDetails } from "./found-details.ts";
import { chooseLanguage } from "./language-tag.ts";
import { readLinkedData } from "./linked-data.ts";
import type { PageDetails } from "./page-reading.ts";
import { soundLine } from "./sound-text.ts";
import { writtenDay } from "./written-day.ts";

/** The names under which pages give their day of publication, the surest first. */
const NAMES = [
  "citation_publication_date",
  "citation_online_date",
  "citation_date",
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "itemprop:datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publication_date",
  "publishdate",
  "publish_date",
  "publishedat",
  "pubdate",
  "ptime",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.date",
  "dc.date",
  "date",
] as const;

/** "Published on 5 March 2026", 發布日期：2026-03-05: a day that the text itself calls its own. */
const LABELLED =
  /(?:published(?:\s+(?:on|at))?|posted(?:\s+on)?|publication date|release date|(?:發布|发布|發佈|刊登|發表|发表|出版|公布)(?:時間|时间|日期|於|于)?|日期|时间|時間)\s*[：:]?\s*(.{0,40})/giu;
const MOST_LABELS = 5;
/** A day in the address of a page: "/2026/03/05/". */
const IN_PATH = /\/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)/;
/** A field that nobody filled in reads 0001-01-01 or 1970-01-01. */
const FIRST_MEANT = day("1970-01-02");

function labelledDays(start: string): readonly string[] {
  return [...start.matchAll(LABELLED)].slice(0, MOST_LABELS).map(([, after = ""]) => after);
}

function dayInPath(pageUrl: string): string {
  const path = URL.canParse(pageUrl) ? new URL(pageUrl).pathname : "";
  const [, year = "", month = "", date = ""] = IN_PATH.exec(path) ?? [];
  return `${year}-${month}-${date}`;
}

/**
 * The day on which a page says it was published, as it writes it: from its tags, its linked data, what it marks as a
 * time, what it shows where days are shown, what its text calls so, and its address. Whether the day makes sense
 * (in the future, before there was a web) is the caller's to judge.
 */
function publishedOn(found: FoundDetails, linked: string | null, pageUrl: string, start: string): Day | null {
  const candidates = [
    ...NAMES.slice(0, 3).flatMap((name) => found.named.get(name) ?? []),
    linked,
    ...NAMES.slice(3).flatMap((name) => found.named.get(name) ?? []),
    ...found.times,
    ...found.shownDays,
    ...labelledDays(start),
    dayInPath(pageUrl),
  ];
  for (const candidate of candidates) {
    const on = writtenDay(candidate);
    if (on !== null && on >= FIRST_MEANT) return on;
  }
  return null;
}

/** The most that is taken of each, in UTF-16 units. */
export const DETAIL_LENGTHS = { title: 300, siteName: 120, author: 200, description: 600 } as const;
const LONGEST_LINK = 2_000;

const BYLINE_START =
  /^(?:(?:written\s+)?by[:\s]\s*|(?:作者|撰文|記者|记者|文字?|編譯|编译|責任編輯|责任编辑)\s*[：:／/|]\s*|文／|記者\s*)/i;
/** Where a byline goes on about something else. */
const BYLINE_REST = /\s*(?:[|｜•·]\s|\s[-–—]\s|\d{4}[-/年.]).*$/u;

function tidyByline(raw: string | null, most: number): string | null {
  const line = raw === null ? null : soundLine(raw, most);
  if (line === null || /^https?:\/\//i.test(line)) return null;
  return soundLine(line.replace(BYLINE_START, "").replace(BYLINE_REST, ""), most);
}

/** Leaves the name of the site off the end of a title: "Chips are made - The Journal". */
function withoutSite(title: string, siteName: string | null): string {
  if (siteName === null) return title;
  const parts = /^(.*\S)\s*(?:[|｜_–—»·:]|\s-\s|-)\s*(.*?)$/su.exec(title);
  const [, start = "", end = ""] = parts ?? [];
  return end !== "" && end.toLowerCase() === siteName.toLowerCase() ? start.trimEnd() : title;
}

/** The one heading where it stands within `<title>`: what is around it there is the site's. */
function titleByHeading(title: string | null, heading: string | null): string | null {
  if (heading === null) return title;
  return title === null || title.includes(heading) ? heading : title;
}

function canonicalLink(raw: string | undefined | null, pageUrl: string): string | null {
  const address = raw?.trim();
  if (!address || address.length > LONGEST_LINK || !URL.canParse(address, pageUrl)) return null;
  const link = parseLink(new URL(address, pageUrl).href);
  return link.ok ? link.value : null;
}

/**
 * Chooses among what a page says of itself. What was written for readers and sharers (Open Graph, the tags of papers)
 * comes before what was written for search engines (linked data), and that before what is only shown.
 *
 * @param pageUrl where the page was found; relative addresses are taken from there
 * @param start the first of its text, for a day that is only shown there
 */
export function chooseDetails(found: FoundDetails, pageUrl: string, start: string): PageDetails {
  const linked = readLinkedData(found.linkedData);
  const named = (...names: readonly string[]) => {
    for (const name of names) {
      const value = found.named.get(name)?.find((one) => one.trim() !== "");
      if (value !== undefined) return value;
    }
    return null;
  };
  const line = (raws: readonly (string | null)[], most: number) => {
    for (const raw of raws) {
      const text = raw === null ? null : soundLine(raw, most);
      if (text !== null) return text;
    }
    return null;
  };
  const siteName = line(
    [
      named("og:site_name"),
      linked.siteName,
      named("citation_journal_title", "dc.publisher", "application-name", "sitename"),
    ],
    DETAIL_LENGTHS.siteName,
  );
  const heading = line([found.heading], DETAIL_LENGTHS.title);
  const title = line(
    [
      named("citation_title", "og:title"),
      linked.title,
      named("twitter:title", "dc.title", "dcterms.title", "itemprop:headline"),
      titleByHeading(line([found.title], DETAIL_LENGTHS.title), heading),
    ],
    DETAIL_LENGTHS.title,
  );
  const citedAuthors = found.named.get("citation_author")?.join("; ") ?? null;
  const author = [
    citedAuthors,
    linked.author,
    named("author", "parsely-author", "byl", "dc.creator", "dcterms.creator", "sailthru.author"),
    named("article:author", "og:article:author", "itemprop:author"),
    found.byline,
  ];
  return {
    title: title === null ? null : withoutSite(title, siteName),
    siteName,
    author: author.map((raw) => tidyByline(raw, DETAIL_LENGTHS.author)).find((name) => name !== null) ?? null,
    description: line(
      [
        named("og:description", "description", "citation_abstract"),
        linked.description,
        named("twitter:description"),
      ],
      DETAIL_LENGTHS.description,
    ),
    publishedOn: publishedOn(found, linked.published, pageUrl, start),
    lang: chooseLanguage([
      found.lang,
      named("content-language", "og:locale", "citation_language", "dc.language"),
      linked.lang,
    ]),
    canonical: canonicalLink(found.canonical, pageUrl) ?? canonicalLink(named("og:url"), pageUrl),
  };
}
