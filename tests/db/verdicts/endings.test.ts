import { beforeEach, describe, expect, test } from "vitest";
import { asNamed } from "#db/change/actor.ts";
import type { VerdictRecord } from "#db/forecasts/verdict-record.ts";
import { findForecast } from "#db/lists/forecast-detail.ts";
import type { Writer } from "#db/store.ts";
import { giveVerdict, listVerdicts, type VerdictDraft, withdrawVerdict } from "#db/verdicts/give.ts";
import { seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, expectRefused, HARDWARE, judgement, value } from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const LATER = new Date(NOW.getTime() + 60_000);
const BEN = "Ben";
const give =
  (draft: VerdictDraft, slug = AGENTIC) =>
  (tx: Writer) =>
    giveVerdict(tx, slug, draft, MOMENT);
const replace = (draft: VerdictDraft) => (tx: Writer) =>
  giveVerdict(asNamed(tx, BEN), AGENTIC, draft, { ...MOMENT, now: LATER });
const withdraw =
  (id: string, slug = AGENTIC) =>
  (tx: Writer) =>
    withdrawVerdict(asNamed(tx, BEN), slug, id, "the survey was retracted", { ...MOMENT, now: LATER });

const given = async (draft = judgement()): Promise<VerdictRecord> => value(await db.store.write(give(draft)));
const statusNow = async (slug = AGENTIC) => (await findForecast(db.store.read, slug, MOMENT.today))?.status;

/** What the history keeps of a judgement. */
const kept = ({
  outcome,
  happenedOn,
  knownOn,
  rationale,
  evidenceIds,
  withoutEvidenceReason,
  alreadyJudgeable,
}: VerdictDraft) => ({
  ...{ outcome, happenedOn, knownOn, rationale, evidenceIds, withoutEvidenceReason, alreadyJudgeable },
});

describe("replacing a verdict", () => {
  const second = (replaces: string | null) =>
    judgement({ outcome: "unclear", replaces, replacesReason: "the source was wrong" });

  test("ends the one that stood, with the reason, and writes one history entry of both", async () => {
    const first = await given();
    const { answer, entries, touched } = await change(db, replace(second(first.id)));
    const verdict = value(answer);
    const reason = "the source was wrong";
    expect(entries).toEqual([
      {
        ...{ action: "verdict-replaced", by: "Ben", reason, subject: verdict.id },
        before: { ...kept(judgement()), against: first.against },
        after: { ...kept(second(null)), ...(verdict.against?.length && { against: verdict.against }) },
      },
    ]);
    expect(touched).toEqual(["history", "verdicts"]);
    const ending = { kind: "replaced", at: LATER, by: "Ben", reason };
    expect(await listVerdicts(db.store.read, AGENTIC)).toEqual([{ ...first, ending }, verdict]);
    expect(verdict.ending).toBeNull();
  });

  test("is refused with the one that stands, when another was seen or none", async () => {
    const first = await given();
    const error = { kind: "conflict", code: "other-verdict-stands", current: { id: first.id } };
    await expectRefused(db, replace(second(null)), error);
    await expectRefused(db, replace(second("nowhere")), error);
    const next = value(await db.store.write(replace(second(first.id))));
    await expectRefused(db, replace(second(first.id)), { ...error, current: { id: next.id } });
  });

  test("is refused with nothing standing, when the one that was seen has been withdrawn", async () => {
    const first = await given();
    await db.store.write(withdraw(first.id));
    const error = { kind: "conflict", code: "other-verdict-stands", current: null };
    await expectRefused(db, replace(second(first.id)), error);
  });

  test("leaves the one that stands when the new one does not fit", async () => {
    const first = await given();
    const wrong = judgement({ outcome: "true", replaces: first.id, replacesReason: "no" });
    await expectRefused(db, replace(wrong), { kind: "invalid" });
    expect(await listVerdicts(db.store.read, AGENTIC)).toEqual([first]);
  });
});

describe("withdrawing a verdict", () => {
  test("leaves none standing, with the reason and one history entry", async () => {
    const first = await given();
    const { answer, entries, touched } = await change(db, withdraw(first.id));
    const reason = "the survey was retracted";
    const ended = { ...first, ending: { kind: "withdrawn", at: LATER, by: "Ben", reason } };
    expect(value(answer)).toEqual(ended);
    expect(entries).toEqual([
      {
        ...{ action: "verdict-withdrawn", by: "Ben", reason, subject: first.id },
        ...{ before: { ...kept(judgement()), against: first.against }, after: null },
      },
    ]);
    expect(touched).toEqual(["history", "verdicts"]);
    expect(await listVerdicts(db.store.read, AGENTIC)).toEqual([ended]);
    expect(await statusNow()).toBe("due");
  });

  test("of one that replaced another brings the earlier one not back", async () => {
    const first = await given();
    const draft = judgement({ replaces: first.id, replacesReason: "no" });
    const second = value(await db.store.write(replace(draft)));
    value(await db.store.write(withdraw(second.id)));
    const endings = (await listVerdicts(db.store.read, AGENTIC)).map(({ ending }) => ending?.kind);
    expect(endings).toEqual(["replaced", "withdrawn"]);
    expect(await statusNow()).toBe("due");
  });

  test("is refused where it cannot be", async () => {
    const first = await given();
    await expectRefused(db, withdraw("nowhere"), { kind: "not-found" });
    await expectRefused(db, withdraw(first.id, HARDWARE), { kind: "not-found" });
    await expectRefused(db, withdraw(first.id, "no-such-forecast"), { kind: "not-found" });
    const draft = judgement({ replaces: first.id, replacesReason: "no" });
    const second = value(await db.store.write(replace(draft)));
    const error = { kind: "conflict", code: "other-verdict-stands" };
    await expectRefused(db, withdraw(first.id), { ...error, current: { id: second.id } });
    value(await db.store.write(withdraw(second.id)));
    await expectRefused(db, withdraw(second.id), { ...error, current: null });
  });
});
