import { type Day, day } from "../../domain/day.ts";
import type { FoundDetails } from "./found-details.ts";
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
export function publishedOn(
  found: FoundDetails,
  linked: string | null,
  pageUrl: string,
  start: string,
): Day | null {
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
