import { and, asc, desc, eq, inArray, isNull, lt } from "drizzle-orm";
import { type Excerpt, excerptOf, type Marks, marksIn, type Span } from "#domain/search/marks.ts";
import { parseSearch, type SearchTerm } from "#domain/search/query.ts";
import { LANGUAGES, type Language } from "#domain/vocabulary.ts";
import { evidence, forecasts, pages, searchEntries, sources } from "../schema/tables.ts";
import { COLUMNS, hasWords, searchWords } from "../search/words.ts";
import type { Reader } from "../store.ts";
import type { ForecastItem } from "./forecast-item.ts";

/** Where words of a search were found, in the order in which it is told. */
export type Place = "claim" | "quote" | "rationale" | "source" | "speaker" | "evidence" | "source-text";

/** A text in which words of a search were found: a part of it, with the words marked. */
export interface FoundText {
  readonly place: Place;
  /** The language it is in, where that is known. */
  readonly lang: Language | null;
  /** Of evidence, the page's title, marked as well. */
  readonly title: Excerpt | null;
  /** Null where only the title has the words. */
  readonly excerpt: Excerpt | null;
}

/**
 * Where a search found a forecast: what of its claim to mark, and the texts that have all of its words between them.
 */
export interface Match {
  readonly claim: { readonly [L in Language]: readonly Span[] };
  readonly texts: readonly FoundText[];
}

interface Searched extends Omit<FoundText, "title" | "excerpt"> {
  readonly text: string;
  readonly title: string | null;
}

/** Tells where each term stands first, going from text to text until there is none left to be found. */
function tell(terms: readonly SearchTerm[]) {
  const missing = new Set(terms.keys());
  const texts: FoundText[] = [];
  return {
    texts,
    isComplete: () => missing.size === 0,
    look({ place, lang, title, text }: Searched, marks?: Marks): void {
      if (missing.size === 0) return;
      const inTitle = title === null ? null : marksIn(title, terms);
      const inText = marks ?? marksIn(text, terms);
      const found = [...missing].filter((term) => inText.found.has(term) || inTitle?.found.has(term));
      if (found.length === 0) return;
      for (const term of found) missing.delete(term);
      texts.push({
        place,
        lang,
        title: title === null ? null : excerptOf(title, inTitle?.spans ?? []),
        excerpt: inText.spans.length === 0 ? null : excerptOf(text, inText.spans),
      });
    },
  };
}

type MatchText = ReturnType<typeof tell>;

type TextsBySlug = ReadonlyMap<string, readonly Searched[]>;

/** What is said beside the claim: the quote, the verdict's reasons, and the names of source and speaker. */
async function readWordings(read: Reader, items: readonly ForecastItem[]): Promise<TextsBySlug> {
  const slugs = items.map(({ slug }) => slug);
  const quotes = await read
    .select({ slug: forecasts.slug, quote: forecasts.quote, lang: forecasts.lang })
    .from(forecasts)
    .where(inArray(forecasts.slug, slugs));
  const quoteOf = new Map(quotes.map(({ slug, quote, lang }) => [slug, { text: quote, lang }]));
  return new Map(
    items.map(({ slug, verdict, source, speaker }) => {
      const quote = quoteOf.get(slug);
      const names = LANGUAGES.map((lang) => ({
        place: "speaker" as const,
        lang,
        text: speaker.name[lang] ?? "",
      }));
      const texts = [
        ...(quote === undefined ? [] : [{ place: "quote" as const, ...quote }]),
        ...(verdict === null ? [] : [{ place: "rationale" as const, lang: null, text: verdict.rationale }]),
        { place: "source" as const, lang: source.lang, text: source.title },
        ...names,
      ];
      return [slug, texts.map((text) => ({ ...text, title: null }))];
    }),
  );
}

/** What the evidence says that is logged on some forecasts, the latest first. */
async function readLogged(read: Reader, items: readonly ForecastItem[]): Promise<TextsBySlug> {
  const logged = await read
    .select({ slug: forecasts.slug, title: pages.title, text: evidence.summary, lang: evidence.lang })
    .from(evidence)
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .innerJoin(forecasts, eq(forecasts.id, evidence.forecastId))
    .where(
      and(
        inArray(
          forecasts.slug,
          items.map(({ slug }) => slug),
        ),
        isNull(evidence.withdrawnAt),
      ),
    )
    .orderBy(desc(evidence.recordedAt), asc(evidence.id));
  const texts = logged.map(({ slug, ...text }) => ({ slug, text: { place: "evidence" as const, ...text } }));
  return new Map(
    [...Map.groupBy(texts, ({ slug }) => slug)].map(([slug, rows]) => [slug, rows.map(({ text }) => text)]),
  );
}

/** A passage with the words from the text of each source that has one, by the source's slug. */
async function readPassages(
  read: Reader,
  slugs: readonly string[],
  q: string,
): Promise<Map<string, Searched>> {
  const rows = await read
    .select({ slug: sources.slug, lang: sources.lang, text: searchEntries.passage })
    .from(searchWords)
    .innerJoin(searchEntries, eq(searchEntries.number, searchWords.number))
    .innerJoin(sources, eq(sources.id, searchEntries.sourceId))
    .where(
      and(
        hasWords(read, parseSearch(q), { within: COLUMNS, butNotIn: [] }),
        lt(searchWords.number, 0),
        inArray(sources.slug, [...slugs]),
      ),
    )
    .orderBy(asc(searchWords.number));
  // The passages of a text have numbers that go down, so the first one comes last here, and stays.
  return new Map(
    rows.map(({ slug, lang, text }) => [slug, { place: "source-text", lang, text: text ?? "", title: null }]),
  );
}

/** Where a search found the forecasts of a page, by their slugs. Reads no more than it takes to find all words. */
export async function readFound(
  read: Reader,
  items: readonly ForecastItem[],
  q: string,
): Promise<ReadonlyMap<string, Match>> {
  const { all } = parseSearch(q);
  const told = items.map((item): readonly [ForecastItem, MatchText, Match["claim"]] => {
    const telling = tell(all);
    const inClaim = (lang: Language) => {
      const text = item.claim[lang] ?? "";
      const marks = marksIn(text, all);
      telling.look({ place: "claim", lang, title: null, text }, marks);
      return marks.spans;
    };
    return [item, telling, { en: inClaim("en"), "zh-Hant": inClaim("zh-Hant") }];
  });
  const incomplete = () => told.filter(([, { isComplete }]) => !isComplete());
  // Each is read for those alone whose words did not stand in what was read before.
  for (const readTexts of [readWordings, readLogged]) {
    const elsewhere = incomplete();
    if (elsewhere.length === 0) break;
    const texts = await readTexts(
      read,
      elsewhere.map(([item]) => item),
    );
    for (const [{ slug }, telling] of elsewhere) for (const text of texts.get(slug) ?? []) telling.look(text);
  }
  const nowhere = incomplete();
  if (nowhere.length > 0 && all.length > 0) {
    const passages = await readPassages(read, [...new Set(nowhere.map(([{ source }]) => source.slug))], q);
    for (const [{ source }, telling] of nowhere) {
      const passage = passages.get(source.slug);
      if (passage !== undefined) telling.look(passage);
    }
  }
  return new Map(told.map(([{ slug }, { texts }, claim]) => [slug, { claim, texts }]));
}
