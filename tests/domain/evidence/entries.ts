import { type Day, day } from "#domain/day.ts";
import type { ReadinessEntry } from "#domain/verdicts/readiness.ts";

let made = 0;

/** An entry that supports, moderately, of a publisher of its own, with what a test says of it. */
export function entryWith(more: Partial<ReadinessEntry> = {}): ReadinessEntry {
  made += 1;
  const id = more.id ?? `e${String(made).padStart(5, "0")}`;
  return {
    id,
    stance: "supports",
    strength: "moderate",
    publisher: `Publisher ${id}`,
    kind: null,
    publishedOn: null,
    recordedAt: new Date("2026-11-23T09:00:00Z"),
    recordedOn: day("2026-11-23"),
    pageId: `page of ${id}`,
    ledTo: null,
    sketch: null,
    criterion: null,
    ...more,
  };
}

export const on = (text: string): Day => day(text);
