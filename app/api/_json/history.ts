import type { HistoryEntry } from "#db/change/history.ts";
import { shownName } from "./words.ts";

/** A change; `forecast` is the slug of the one it is about, null where it is about none or many. */
export const historyJson = (entry: HistoryEntry) => ({
  id: entry.id,
  at: entry.at.toISOString(),
  by: shownName(entry.by),
  action: entry.action,
  forecast: entry.forecast?.slug ?? null,
  reason: entry.reason,
  before: entry.before,
  after: entry.after,
});

/** The cursor of a history, as the text that `parseHistoryQuery` reads. */
export const historyCursor = (seq: number | null): readonly string[] | null =>
  seq === null ? null : [String(seq)];
