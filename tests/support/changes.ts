import { expect } from "vitest";
import type { EvidenceDraft } from "#db/evidence/record.ts";
import type { Writer } from "#db/store.ts";
import type { VerdictDraft } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { dump, type Held } from "./any-store.ts";
import type { Row } from "./engines/engine.ts";

export const AGENTIC = "agentic-mainstream-1y";
export const HARDWARE = "hardware-2-3x-1y";
export const UNDATED = "moe-ever-sparser";

export const link = (changes: Partial<EvidenceDraft> = {}): EvidenceDraft => ({
  url: "https://example.org/report",
  title: "A report",
  publisher: "Example",
  publishedOn: day("2026-10-01"),
  stance: "supports",
  strength: "moderate",
  summary: "Over half of the tokens.",
  ...changes,
});

/** An entry as it was logged, corrected for no reason that is told. */
export const FIRST = { revision: 1, reason: null };

export const judgement = (changes: Partial<VerdictDraft> = {}): VerdictDraft => ({
  outcome: "partly",
  happenedOn: null,
  knownOn: day("2026-11-01"),
  alreadyJudgeable: false,
  rationale: "One of the two is met.",
  evidenceIds: [],
  withoutEvidenceReason: "It is widely known.",
  replaces: null,
  replacesReason: null,
  ...changes,
});

export type Tables = Record<string, Row[]>;
const entryIn =
  ({ actors = [] }: Tables) =>
  ({ action, by, reason, before, after, subject_id: subject }: Row) => ({
    action,
    by: actors.find(({ id }) => id === by)?.name ?? null,
    reason,
    before: typeof before === "string" ? JSON.parse(before) : null,
    after: typeof after === "string" ? JSON.parse(after) : null,
    subject,
  });

/**
 * Runs one change as the app does: what it answered, what it added to the history, which tables it touched, and how many
 * it has met for the first time.
 */
export async function change<T>({ store, place }: Held, make: (tx: Writer) => Promise<T>) {
  const before: Tables = await dump(place);
  const answer = await store.write(make);
  const after: Tables = await dump(place);
  const known = before.history?.length ?? 0;
  expect(after.history?.slice(0, known), "what stood in the history stays as it was").toEqual(before.history);
  const met = (after.actors ?? []).length - (before.actors ?? []).length;
  const touched = Object.keys(after).filter(
    (table) => table !== "actors" && JSON.stringify(before[table]) !== JSON.stringify(after[table]),
  );
  return { answer, entries: (after.history ?? []).slice(known).map(entryIn(after)), touched, met };
}

/** Runs a change that must be refused for this reason, and must leave every table as it was. */
export async function expectRefused(
  db: Held,
  make: (tx: Writer) => Promise<{ readonly ok: boolean }>,
  error: unknown,
): Promise<void> {
  const { answer, entries, touched, met } = await change(db, make);
  expect(answer).toMatchObject({ ok: false, error });
  expect({ entries, touched, met }).toEqual({ entries: [], touched: [], met: 0 });
}

/** The value of an answer that must be a success. */
export function value<T>(answer: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
