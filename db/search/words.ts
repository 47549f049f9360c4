import { inArray, is, type SQL, sql } from "drizzle-orm";
import { PgDatabase } from "drizzle-orm/pg-core";
import type { SearchTerm, SearchWords } from "#domain/search/query.ts";
import { count, table, text } from "../schema/dialect.ts";
import type { Reader, Writer } from "../store.ts";

// The one thing in which the engines have nothing in common: an index of words. Here each is told the same in its own
// language, and nothing outside this file knows which it is. Both keep tokens of `domain/search/text.ts` and no words
// of their own finding, so both find the same.

/** Where words stand, in the order of their weight: what is found in the first is shown first. */
export const COLUMNS = ["claim", "quote", "rest"] as const;
export type Column = (typeof COLUMNS)[number];

/** The texts of an entry by where they stand, each as its tokens. */
export type EntryWords = { readonly [C in Column]?: readonly (readonly string[])[] };

/** The index, for asking: the number of an entry that has the words. */
export const searchWords = table("search_words", { number: count("rowid").primaryKey() });

const inColumns = table("search_words", {
  number: count("rowid").primaryKey(),
  claim: text("claim"),
  quote: text("quote"),
  rest: text("rest"),
});
const inVector = table("search_words", { number: count("rowid").primaryKey(), words: text("words") });
const isPostgres = (read: Reader): boolean => is(read, PgDatabase);

/** What PostgreSQL can keep of one entry, and far more than is ever said of a forecast. */
const MOST_TOKENS = 16_000;
const MOST_LETTERS = 200_000;

/** The texts as far as there is room for them, the same on both engines. */
function fitting(words: EntryWords): readonly (readonly [Column, readonly (readonly string[])[]])[] {
  let [tokens, letters] = [0, 0];
  const fits = (token: string) => {
    tokens += 1;
    letters += token.length;
    return tokens <= MOST_TOKENS && letters <= MOST_LETTERS;
  };
  return COLUMNS.map((column) => [
    column,
    (words[column] ?? []).map((tokensOfOne) => tokensOfOne.filter(fits)),
  ]);
}

/** Stands between two texts, so that no phrase reaches from one into the next: no token of ours has this sign. */
const BETWEEN = " ¶ ";

const inOneLine = (texts: readonly (readonly string[])[]) => texts.map((one) => one.join(" ")).join(BETWEEN);

const WEIGHTS: { readonly [C in Column]: string } = { claim: "A", quote: "B", rest: "C" };

/** Tokens are letters and digits, so that none can end the quotation marks it stands in, here and in a question. */
function vectorOf(words: EntryWords): string {
  const lexemes: string[] = [];
  let place = 0;
  for (const [column, texts] of fitting(words)) {
    for (const tokens of texts) {
      for (const token of tokens) {
        place += 1;
        lexemes.push(`'${token}':${place}${WEIGHTS[column]}`);
      }
      place += 1;
    }
  }
  return lexemes.join(" ");
}

/** Puts the words of some entries into the index, in place of what it had of them. */
export async function writeWords(tx: Writer, entries: ReadonlyMap<number, EntryWords>): Promise<void> {
  if (entries.size === 0) return;
  await tx.delete(searchWords).where(inArray(searchWords.number, [...entries.keys()]));
  const all = [...entries];
  if (isPostgres(tx)) {
    await tx.insert(inVector).values(all.map(([number, words]) => ({ number, words: vectorOf(words) })));
  } else {
    await tx.insert(inColumns).values(
      all.map(([number, words]) => ({
        number,
        ...Object.fromEntries(fitting(words).map(([column, texts]) => [column, inOneLine(texts)])),
      })),
    );
  }
}

/** Takes some entries out of the index. */
export async function eraseWords(tx: Writer, numbers: readonly number[]): Promise<void> {
  await tx.delete(searchWords).where(inArray(searchWords.number, [...numbers]));
}

/** What is asked of an entry: all terms together in these columns, and not already in those. */
export interface Wanted {
  readonly within: readonly Column[];
  readonly butNotIn: readonly Column[];
}

const ftsTerm = ({ tokens, isPrefix }: SearchTerm) => `"${tokens.join(" ")}"${isPrefix ? " *" : ""}`;

function ftsQuery({ all, none }: SearchWords, { within, butNotIn }: Wanted): string {
  const every = (columns: readonly Column[]) => {
    const where = columns.length < COLUMNS.length ? `{${columns.join(" ")}} : ` : "";
    return `(${where}(${all.map(ftsTerm).join(" AND ")}))`;
  };
  const not = [...(butNotIn.length > 0 ? [every(butNotIn)] : []), ...none.map(ftsTerm)];
  return every(within) + (not.length > 0 ? ` NOT (${not.join(" OR ")})` : "");
}

/** A term as PostgreSQL looks for it; the words of all columns have no weight, so that its index alone can answer. */
function vectorTerm({ tokens, isPrefix }: SearchTerm, columns: readonly Column[] = COLUMNS): string {
  const weights = columns.length < COLUMNS.length ? columns.map((column) => WEIGHTS[column]).join("") : "";
  const lexemes = tokens.map((token, place) => {
    const how = (isPrefix && place === tokens.length - 1 ? "*" : "") + weights;
    return how === "" ? `'${token}'` : `'${token}':${how}`;
  });
  return `(${lexemes.join(" <-> ")})`;
}

function vectorQuery({ all, none }: SearchWords, { within, butNotIn }: Wanted): string {
  const every = (columns: readonly Column[]) =>
    `(${all.map((term) => vectorTerm(term, columns)).join(" & ")})`;
  const not = [...(butNotIn.length > 0 ? [every(butNotIn)] : []), ...none.map((term) => vectorTerm(term))];
  return [every(within), ...not.map((one) => `!${one}`)].join(" & ");
}

const isVector = (query: string) => sql`words @@ ${query}::tsquery`;
const isFts = (query: string) => sql`search_words match ${query}`;

/**
 * Whether an entry of the index has the words of a search.
 *
 * @param words with at least one term to be found
 */
export const hasWords = (read: Reader, words: SearchWords, wanted: Wanted): SQL =>
  isPostgres(read) ? isVector(vectorQuery(words, wanted)) : isFts(ftsQuery(words, wanted));

/** Whether an entry has what a search leaves out; undefined when it leaves nothing out. */
export function hasExcluded(read: Reader, { none }: SearchWords): SQL | undefined {
  if (none.length === 0) return undefined;
  return isPostgres(read)
    ? isVector(none.map((term) => vectorTerm(term)).join(" | "))
    : isFts(none.map(ftsTerm).join(" OR "));
}
