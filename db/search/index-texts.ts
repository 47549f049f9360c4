import { and, asc, desc, eq, gt, inArray, isNull, lt, max, min, sql } from "drizzle-orm";
import { tokensOf } from "#domain/search/text.ts";
import { isLive } from "../change/status-filter.ts";
import {
  evidence,
  forecasts,
  forecastTexts,
  pages,
  searchEntries,
  sources,
  speakerTexts,
  verdicts,
} from "../schema/tables.ts";
import type { Reader, Store, Writer } from "../store.ts";
import { type EntryWords, eraseWords, searchWords, writeWords } from "./words.ts";

const AT_ONCE = 250;

const tokens = (text: string | null): readonly (readonly string[])[] =>
  text === null ? [] : [tokensOf(text).map((token) => token.text)];

/** Every text of some forecasts that is searched, by the forecast's id. What was withdrawn or replaced is not. */
async function readWords(read: Reader, ids: readonly string[]): Promise<Map<string, EntryWords>> {
  const own = await read
    .select({
      id: forecasts.id,
      quote: forecasts.quote,
      speakerId: forecasts.speakerId,
      title: sources.title,
    })
    .from(forecasts)
    .innerJoin(sources, eq(sources.id, forecasts.sourceId))
    .where(and(inArray(forecasts.id, [...ids]), isLive));
  const claims = await read
    .select({ id: forecastTexts.forecastId, claim: forecastTexts.claim })
    .from(forecastTexts)
    .where(inArray(forecastTexts.forecastId, [...ids]))
    .orderBy(asc(forecastTexts.lang));
  const names = await read
    .select({ id: speakerTexts.speakerId, name: speakerTexts.name })
    .from(speakerTexts)
    .where(inArray(speakerTexts.speakerId, [...new Set(own.map(({ speakerId }) => speakerId))]))
    .orderBy(asc(speakerTexts.lang));
  const reasons = await read
    .select({ id: verdicts.forecastId, rationale: verdicts.rationale })
    .from(verdicts)
    .where(and(inArray(verdicts.forecastId, [...ids]), isNull(verdicts.endedAt)));
  const logged = await read
    .select({ id: evidence.forecastId, title: pages.title, summary: evidence.summary })
    .from(evidence)
    .innerJoin(pages, eq(pages.id, evidence.pageId))
    .where(and(inArray(evidence.forecastId, [...ids]), isNull(evidence.withdrawnAt)))
    .orderBy(desc(evidence.recordedAt), evidence.id);
  const by = <Row extends { readonly id: string }>(rows: readonly Row[]) => {
    const grouped = Map.groupBy(rows, ({ id }) => id);
    return (id: string) => grouped.get(id) ?? [];
  };
  const [claimsOf, namesOf, reasonsOf, loggedOf] = [by(claims), by(names), by(reasons), by(logged)];
  return new Map(
    own.map(({ id, quote, speakerId, title }) => [
      id,
      {
        claim: claimsOf(id).flatMap(({ claim }) => tokens(claim)),
        quote: tokens(quote),
        rest: [
          ...reasonsOf(id).flatMap(({ rationale }) => tokens(rationale)),
          ...tokens(title),
          ...namesOf(speakerId).flatMap(({ name }) => tokens(name)),
          ...loggedOf(id).flatMap((entry) => [...tokens(entry.title), ...tokens(entry.summary)]),
        ],
      },
    ]),
  );
}

/**
 * Brings the index up to date with what the tables say of some forecasts. To be called, inside the transaction, by
 * whatever changes a text of theirs, withdraws them or puts them back; those that are new to it get the next numbers,
 * in the order given. What is withdrawn keeps its number and has no words.
 */
export async function indexForecasts(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx
    .select({ id: searchEntries.forecastId, number: searchEntries.number })
    .from(searchEntries)
    .where(inArray(searchEntries.forecastId, [...ids]));
  const numbers = new Map(known.map(({ id, number }) => [id, number]));
  const [newest] = await tx.select({ number: max(searchEntries.number) }).from(searchEntries);
  const first = Math.max(0, newest?.number ?? 0) + 1;
  const added = [...new Set(ids)]
    .filter((id) => !numbers.has(id))
    .map((forecastId, place) => ({ number: first + place, forecastId }));
  if (added.length > 0) await tx.insert(searchEntries).values(added);
  for (const { forecastId, number } of added) numbers.set(forecastId, number);
  const words = await readWords(tx, ids);
  const gone = [...numbers].flatMap(([id, number]) => (id !== null && !words.has(id) ? [number] : []));
  if (gone.length > 0) await eraseWords(tx, gone);
  await writeWords(
    tx,
    new Map(
      [...words].flatMap(([id, found]) => {
        const number = numbers.get(id);
        return number === undefined ? [] : [[number, found] as const];
      }),
    ),
  );
}

/** How long a passage is, in UTF-16 units: some paragraphs. All words of a search have to stand in the same one. */
const PASSAGE = 2_000;
const PASSAGES_AT_ONCE = 20;

/** A long text in passages that end where a line, a sentence or at least a word does. */
export function passagesOf(text: string): readonly string[] {
  const passages: string[] = [];
  let start = 0;
  while (start < text.length) {
    const rest = text.slice(start, start + PASSAGE);
    const isLast = start + PASSAGE >= text.length;
    const seam = Math.max(...["\n", ". ", "。", "！", "？"].map((sign) => rest.lastIndexOf(sign)));
    const length = isLast
      ? rest.length
      : seam > PASSAGE / 4
        ? seam + 1
        : Math.max(rest.lastIndexOf(" "), 0) || rest.length;
    const passage = text.slice(start, start + length).trim();
    if (passage !== "") passages.push(passage);
    start += length;
  }
  return passages;
}

/**
 * Puts the text of a source into the index, in place of what it had of it; its forecasts are found by it, after those
 * that have the words in texts of their own. An empty text takes it out again.
 */
export async function indexSourceText(tx: Writer, sourceId: string, text: string): Promise<void> {
  const known = await tx
    .select({ number: searchEntries.number })
    .from(searchEntries)
    .where(eq(searchEntries.sourceId, sourceId));
  if (known.length > 0)
    await eraseWords(
      tx,
      known.map(({ number }) => number),
    );
  await tx.delete(searchEntries).where(eq(searchEntries.sourceId, sourceId));
  const [lowest] = await tx.select({ number: min(searchEntries.number) }).from(searchEntries);
  const first = Math.min(0, lowest?.number ?? 0) - 1;
  const entries = passagesOf(text).map((passage, place) => ({ number: first - place, sourceId, passage }));
  for (let start = 0; start < entries.length; start += PASSAGES_AT_ONCE) {
    const portion = entries.slice(start, start + PASSAGES_AT_ONCE);
    await tx.insert(searchEntries).values(portion);
    await writePassages(tx, portion);
    // A text of a megabyte has five hundred of them, and others are waiting for their pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const writePassages = (
  tx: Writer,
  entries: readonly { readonly number: number; readonly passage: string | null }[],
) => writeWords(tx, new Map(entries.map(({ number, passage }) => [number, { rest: tokens(passage) }])));

/** Puts everything into an index that is empty: all forecasts, in the order they were recorded in, and all passages. */
export async function indexEverything(tx: Writer): Promise<void> {
  const all = await tx
    .select({ id: forecasts.id })
    .from(forecasts)
    .orderBy(asc(forecasts.recordedAt), asc(forecasts.slug));
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await indexForecasts(
      tx,
      all.slice(start, start + AT_ONCE).map(({ id }) => id),
    );
    // Lets go of what the statements held, which happens only between two turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
  }
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const passages = await tx
      .select({ number: searchEntries.number, passage: searchEntries.passage })
      .from(searchEntries)
      .where(and(gt(searchEntries.number, after), lt(searchEntries.number, 0)))
      .orderBy(asc(searchEntries.number))
      .limit(AT_ONCE);
    const last = passages.at(-1);
    if (last === undefined) return;
    await writePassages(tx, passages);
    after = last.number;
  }
}

/** Whether there are forecasts and no index of them: a database of before there was one, or one that was copied. */
export async function needsIndex(read: Reader): Promise<boolean> {
  const [forecast] = await read.select({ one: sql`1` }).from(forecasts).limit(1);
  if (forecast === undefined) return false;
  const [indexed] = await read.select({ one: sql`1` }).from(searchWords).limit(1);
  return indexed === undefined;
}

/** Indexes a database that has not been yet. */
export async function indexOnce(store: Store): Promise<void> {
  if (!(await needsIndex(store.read))) return;
  await store.write(async (tx) => {
    // Another process may have done it meanwhile.
    if (await needsIndex(tx)) await indexEverything(tx);
  });
}
