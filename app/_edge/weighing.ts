import type { Moment } from "../../db/evidence.ts";
import type { Reader } from "../../db/store.ts";
import type { VerdictDraft } from "../../db/verdicts.ts";
import { findReadinessFacts, listWeighedEvidence } from "../../db/weighed-evidence.ts";
import { type Balance, balanceOf } from "../../domain/balance.ts";
import type { Day } from "../../domain/day.ts";
import { type Readiness, type ReadinessEntry, readinessOf, unmetCodes } from "../../domain/readiness.ts";
import { dayIn } from "./clock.ts";
import { getSettings } from "./settings.ts";

/** What the evidence on a forecast adds up to. */
export interface Weighed {
  /** What counts: every entry that was not withdrawn. */
  readonly entries: readonly ReadinessEntry[];
  readonly balance: Balance;
  readonly readiness: Readiness;
}

/** Weighs the evidence on a forecast; undefined when there is none of that slug. */
export async function weigh(read: Reader, slug: string, today: Day): Promise<Weighed | undefined> {
  const { timezone } = getSettings();
  const facts = await findReadinessFacts(read, slug);
  if (facts === undefined) return undefined;
  const entries = (await listWeighedEvidence(read, slug)).map((entry) => ({
    ...entry,
    recordedOn: dayIn(timezone, entry.recordedAt),
  }));
  return { entries, balance: balanceOf(entries), readiness: readinessOf(facts, entries, today) };
}

/** A verdict as it is about to be given, with what of the checklist it is given against. */
export async function againstChecklist<Draft extends VerdictDraft>(
  read: Reader,
  slug: string,
  draft: Draft,
  { today }: Moment,
): Promise<Draft> {
  const weighed = await weigh(read, slug, today);
  return weighed === undefined ? draft : { ...draft, against: unmetCodes(weighed.readiness, draft.outcome) };
}
