import type { Attributes } from "./kept-markup.ts";

/** What a page says of itself, as found in its markup and not yet judged. */
export interface FoundDetails {
  /** Contents of `<meta>` and of microdata (`itemprop:...`), by name in lower case, in the order of the page. */
  readonly named: ReadonlyMap<string, readonly string[]>;
  /** What `<time datetime>` says; first what is marked as the day of publication. */
  readonly times: readonly string[];
  /** Texts that are set where a page shows its day. */
  readonly shownDays: readonly string[];
  readonly linkedData: readonly string[];
  readonly title: string | null;
  readonly heading: string | null;
  readonly byline: string | null;
  readonly lang: string | null;
  readonly canonical: string | null;
}

export interface DetailFinder {
  /** @param depth of the element itself, the outermost being 1 */
  open(name: string, attributes: Attributes, depth: number): void;
  text(data: string): void;
  close(depth: number): void;
  found(): FoundDetails;
}

const MOST_NAMED = 300;
const MOST_VALUES = 20;
const LONGEST_VALUE = 4_000;
const LONGEST_LINKED_DATA = 500_000;

const DAY_CLASS =
  /(?:^|[\s_-])(?:date|dateline|time|pubtime|pubdate|pub-?time|pub-?date|publish(?:ed)?(?:-?(?:time|date|on|at))?|post-?date|entry-?date|timestamp|rq|fbsj|fbrq)(?:$|[\s_-])/i;
const BYLINE_CLASS =
  /(?:^|\s)(?:(?:article|post|entry|story|news)[-_]{1,2})?(?:byline|author|authors|writer|reporter|zuozhe)(?:[-_]{1,2}name)?(?:$|\s)/i;

type Place = "title" | "heading" | "byline" | "shown-day" | "linked-data";

function placeOf(name: string, attributes: Attributes): Place | null {
  if (name === "title") return "title";
  if (name === "script")
    return /^\s*application\/ld\+json/i.test(attributes.type ?? "") ? "linked-data" : null;
  if (name === "h1") return "heading";
  if (name === "body" || name === "html" || name === "meta") return null;
  const marks = `${attributes.class ?? ""} ${attributes.id ?? ""}`.slice(0, 300);
  const property = attributes.itemprop ?? "";
  if (/\bauthor\b/.test(property) || attributes.rel === "author" || BYLINE_CLASS.test(marks)) return "byline";
  if (name === "time" || property === "datePublished" || DAY_CLASS.test(marks)) return "shown-day";
  return null;
}

/** Collects what a page says of itself while its elements pass by. */
export function detailFinder(): DetailFinder {
  const named = new Map<string, string[]>();
  const texts: Record<Place, string[]> = {
    title: [],
    heading: [],
    byline: [],
    "shown-day": [],
    "linked-data": [],
  };
  const times: string[] = [];
  const published: string[] = [];
  let lang: string | null = null;
  let canonical: string | null = null;
  /** The one element whose text is being collected. */
  let taken: { readonly place: Place; readonly depth: number; text: string } | null = null;

  const note = (key: string, value: string | undefined) => {
    if (value === undefined || (named.size >= MOST_NAMED && !named.has(key))) return;
    const values = named.get(key) ?? [];
    if (values.length < MOST_VALUES) values.push(value.slice(0, LONGEST_VALUE));
    named.set(key, values);
  };

  return {
    open(name, attributes, depth) {
      const { content, itemprop, datetime } = attributes;
      if (name === "html") lang ??= attributes.lang ?? attributes["xml:lang"] ?? null;
      if (name === "meta") {
        for (const key of [attributes.property, attributes.name, attributes["http-equiv"]]) {
          if (key) note(key.trim().toLowerCase().slice(0, 100), content);
        }
      }
      if (itemprop) note(`itemprop:${itemprop.toLowerCase().slice(0, 100)}`, content ?? datetime);
      if (name === "time" && datetime && times.length < MOST_VALUES) {
        const isPublished = Object.hasOwn(attributes, "pubdate") || itemprop === "datePublished";
        (isPublished ? published : times).push(datetime.slice(0, 100));
      }
      const isCanonical =
        name === "link" && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel?.slice(0, 200) ?? "");
      if (isCanonical) canonical ??= attributes.href?.slice(0, LONGEST_VALUE) ?? null;
      const place = taken === null ? placeOf(name, attributes) : null;
      if (place !== null && texts[place].length < MOST_VALUES) taken = { place, depth, text: "" };
    },
    text(data) {
      if (taken === null) return;
      const most = taken.place === "linked-data" ? LONGEST_LINKED_DATA : LONGEST_VALUE;
      if (taken.text.length < most) taken.text += data.slice(0, most);
    },
    close(depth) {
      if (taken === null || depth > taken.depth) return;
      texts[taken.place].push(taken.text);
      taken = null;
    },
    found: () => ({
      named,
      times: [...published, ...times],
      shownDays: texts["shown-day"],
      linkedData: texts["linked-data"],
      title: texts.title.find((text) => text.trim() !== "") ?? null,
      heading: texts.heading.length === 1 ? (texts.heading[0] ?? null) : null,
      byline: texts.byline.find((text) => text.trim() !== "") ?? null,
      lang,
      canonical,
    }),
  };
}
