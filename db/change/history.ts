import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, isNull, lt, max } from "drizzle-orm";
import type { Translated } from "#domain/vocabulary.ts";
import { type Action, forecasts, forecastTexts, history, type Snapshot } from "../schema/tables.ts";
import type { Reader, Writer } from "../store.ts";
import { actorId, shownName } from "./actor-row.ts";
import { translated } from "./translated.ts";

export interface Change {
  readonly action: Action;
  readonly forecastId?: string;
  readonly subjectId?: string;
  readonly reason?: string | null;
  readonly before?: Snapshot;
  readonly after?: Snapshot;
  readonly partOf?: string;
}

/**
 * Writes one history entry. Called inside the transaction that makes the change, so that neither is ever on disk
 * without the other.
 *
 * @returns the entry's id
 */
export async function record(tx: Writer, now: Date, change: Change): Promise<string> {
  const id = randomUUID();
  await tx.insert(history).values({
    seq: (await newestSeq(tx)) + 1,
    id,
    at: now,
    by: await actorId(tx),
    action: change.action,
    forecastId: change.forecastId ?? null,
    subjectId: change.subjectId ?? null,
    reason: change.reason ?? null,
    before: change.before ?? null,
    after: change.after ?? null,
    partOf: change.partOf ?? null,
  });
  return id;
}

/** The number of the newest entry. Every change makes one, so while it is the same, nothing has changed. */
export async function newestSeq(read: Reader): Promise<number> {
  const [newest] = await read.select({ seq: max(history.seq) }).from(history);
  return newest?.seq ?? 0;
}

const isSame = (a: unknown, b: unknown) =>
  a === b || (Array.isArray(a) && JSON.stringify(a) === JSON.stringify(b));

/** The fields that differ, before and after; null when none does. */
export function difference<T extends Snapshot>(
  before: T,
  after: T,
): { before: Snapshot; after: Snapshot } | null {
  const changed = Object.keys(after).filter((field) => !isSame(before[field], after[field]));
  if (changed.length === 0) return null;
  const only = (snapshot: T) => Object.fromEntries(changed.map((field) => [field, snapshot[field] ?? null]));
  return { before: only(before), after: only(after) };
}

export interface HistoryEntry {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly action: Action;
  readonly forecast: { readonly slug: string; readonly claim: Translated } | null;
  readonly subjectId: string | null;
  readonly reason: string | null;
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
}

export interface HistoryQuery {
  /** Only this forecast's, with what was done as part of something larger; else every change, each as one entry. */
  readonly forecast?: string;
  readonly limit: number;
  readonly cursor?: number;
}

/** Every change, the newest first. */
export async function listHistory(
  read: Reader,
  { forecast, limit, cursor }: HistoryQuery,
): Promise<{ readonly items: readonly HistoryEntry[]; readonly nextCursor: number | null }> {
  const rows = await read
    .select({ entry: history, by: shownName(history.by), slug: forecasts.slug })
    .from(history)
    .leftJoin(forecasts, eq(forecasts.id, history.forecastId))
    .where(
      and(
        forecast === undefined ? isNull(history.partOf) : eq(forecasts.slug, forecast),
        cursor === undefined ? undefined : lt(history.seq, cursor),
      ),
    )
    .orderBy(desc(history.seq))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const claims = await readClaims(
    read,
    shown.flatMap(({ entry }) => (entry.forecastId === null ? [] : [entry.forecastId])),
  );
  return {
    items: shown.map(({ entry, by, slug }) => {
      const { id, at, action, forecastId, subjectId, reason, before, after } = entry;
      const claim = forecastId === null ? undefined : claims.get(forecastId);
      return {
        id,
        at,
        by,
        action,
        forecast: slug === null || claim === undefined ? null : { slug, claim },
        subjectId,
        reason,
        before,
        after,
      };
    }),
    nextCursor: rows.length > limit ? (shown.at(-1)?.entry.seq ?? null) : null,
  };
}

/** The claims of some forecasts. */
export async function readClaims(read: Reader, ids: readonly string[]): Promise<Map<string, Translated>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: forecastTexts.forecastId, lang: forecastTexts.lang, claim: forecastTexts.claim })
    .from(forecastTexts)
    .where(inArray(forecastTexts.forecastId, [...new Set(ids)]));
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, texts]) => [id, translated(texts, (t) => t.claim)]),
  );
}
