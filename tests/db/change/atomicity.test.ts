import { expect, test } from "vitest";
import { asNamed } from "#db/change/actor.ts";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { setReview } from "#db/forecasts/reviews.ts";
import { speakers } from "#db/schema/tables.ts";
import type { Writer } from "#db/store.ts";
import { giveVerdict, listVerdicts, withdrawVerdict } from "#db/verdicts/give.ts";
import { day } from "#domain/day.ts";
import { err } from "#domain/result.ts";
import { connectTo, dump, engine, openAt, seededStore } from "../../support/any-store.ts";
import { AGENTIC, FIRST, HARDWARE, judgement, link, UNDATED, value } from "../../support/changes.ts";
import { MOMENT } from "../../support/seeded.ts";

const REASON = "a slip";

/** A store in which there is something to change, and each change that can be made. */
async function prepared() {
  const { store, place } = await seededStore();
  const { evidenceId, verdictId } = await store.write(async (tx) => {
    const { entry } = value(await logEvidence(tx, AGENTIC, link(), MOMENT));
    value(await logEvidence(tx, HARDWARE, link(), MOMENT));
    const verdict = value(await giveVerdict(tx, AGENTIC, judgement({ evidenceIds: [entry.id] }), MOMENT));
    return { evidenceId: entry.id, verdictId: verdict.id };
  });
  const replacing = judgement({ replaces: verdictId, replacesReason: REASON, evidenceIds: [evidenceId] });
  const draft = link({ url: "https://example.org/2" });
  const next = { reviewOn: day("2030-01-01"), note: "Later." };
  const changes: Record<string, (tx: Writer) => Promise<{ ok: boolean }>> = {
    "evidence is logged": (tx) => logEvidence(tx, AGENTIC, draft, MOMENT),
    "a shared page is corrected": (tx) => correctEvidence(tx, evidenceId, { title: "X" }, FIRST, MOMENT),
    "evidence is moved": (tx) => correctEvidence(tx, evidenceId, { url: draft.url }, FIRST, MOMENT),
    "evidence is withdrawn": (tx) => withdrawEvidence(tx, evidenceId, REASON, MOMENT),
    "a verdict is given": (tx) => giveVerdict(tx, "kernel-2x", judgement(), MOMENT),
    "a verdict is replaced": (tx) => giveVerdict(tx, AGENTIC, replacing, MOMENT),
    "a verdict is withdrawn": (tx) => withdrawVerdict(tx, AGENTIC, verdictId, REASON, MOMENT),
    "a review is set": (tx) => setReview(tx, UNDATED, next, MOMENT),
  };
  return { store, place, changes };
}

const { store, place, changes } = await prepared();
const [FAIL, MEND] =
  engine.name === "sqlite"
    ? [
        "create trigger no_history before insert on history begin select raise(abort, 'no history'); end",
        "drop trigger no_history",
      ]
    : [
        `create function no_history() returns trigger language plpgsql as $$ begin raise 'no history'; end $$;
         create trigger no_history before insert on history execute function no_history()`,
        "drop function no_history() cascade",
      ];

test.each(Object.entries(changes))(
  "when %s and the history cannot be written, nothing is",
  async (_what, make) => {
    const connection = await connectTo(place);
    const before = await dump(place);
    await connection.run(FAIL);
    await expect(store.write(make)).rejects.toThrow("no history");
    await connection.run(MEND);
    expect(await dump(place)).toEqual(before);
    // The same change goes through where the history can be written: it was the history that stopped it.
    const undone = store.write(async (tx) => {
      expect(await make(tx)).toMatchObject({ ok: true });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await dump(place)).toEqual(before);
  },
);

test.each([
  ["one store", 1, 100],
  ["two stores over one database", 2, 25],
])(
  "of two verdicts at once through %s exactly one is given, every time",
  async (_through, stores, rounds) => {
    const { store: first, place: shared } = await seededStore();
    const second = stores === 2 ? await openAt(shared) : first;
    const give = (by: string) => (tx: Writer) => giveVerdict(asNamed(tx, by), AGENTIC, judgement(), MOMENT);
    for (let round = 0; round < rounds; round++) {
      const answers = await Promise.all([first.write(give("Ada")), second.write(give("Ben"))]);
      const winner = answers.find((answer) => answer.ok);
      const loser = answers.find((answer) => !answer.ok);
      if (!winner?.ok) throw new Error("nobody won");
      const current = { id: winner.value.id, by: winner.value.by };
      expect(loser).toMatchObject({ error: { kind: "conflict", code: "other-verdict-stands", current } });
      const { id } = winner.value;
      value(await first.write((tx) => withdrawVerdict(tx, AGENTIC, id, "next round", MOMENT)));
    }
    expect(await listVerdicts(first.read, AGENTIC)).toHaveLength(rounds);
  },
);

test("a change that is refused after some of it was stored leaves none of it, and the next one is made", async () => {
  const before = await dump(place);
  const refusal = await store.write(async (tx) => {
    await tx.insert(speakers).values({ id: "half", slug: "half" });
    return err("refused");
  });
  expect(refusal).toEqual(err("refused"));
  expect(await dump(place)).toEqual(before);
  // Neither is an answer without a verdict on itself a refusal.
  await store.write(async (tx) => {
    await tx.insert(speakers).values({ id: "whole", slug: "whole" });
    return { ok: "yes" };
  });
  expect((await dump(place)).speakers).toHaveLength((before.speakers?.length ?? 0) + 1);
});
