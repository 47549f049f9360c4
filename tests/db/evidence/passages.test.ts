import { beforeEach, expect, test } from "vitest";
import { asNamed } from "#db/change/actor.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { markPassage, type PassageDraft, unmarkPassage } from "#db/evidence/passages.ts";
import { findEvidence, listEvidence } from "#db/evidence/record.ts";
import type { Writer } from "#db/store.ts";
import { seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, expectRefused, link, value } from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";
import { page, visit } from "../../support/visits.ts";

const TEXT = "First.\n\nOver half of the tokens 電池.\n\nLast.";
const WORDS = "Over half of the tokens 電池.";
const PLACE = { startsAt: TEXT.indexOf(WORDS), endsAt: TEXT.indexOf(WORDS) + WORDS.length };

let db: Awaited<ReturnType<typeof seededStore>>;
let id = "";
let copyId = "";
beforeEach(async () => {
  db = await seededStore();
  const logged = await db.store.write((tx) => logEvidence(tx, AGENTIC, link(), MOMENT, { visitAt: NOW }));
  id = value(logged).entry.id;
  await visit(db, NOW, page(TEXT));
  copyId = (await findEvidence(db.store.read, id))?.link?.copyId ?? "";
});

const mark =
  (draft: Partial<PassageDraft> = {}) =>
  (tx: Writer) =>
    markPassage(asNamed(tx, "Ben"), id, { copyId, ...PLACE, ...draft }, NOW);

test("a passage is kept with its place and its words, with one history entry", async () => {
  const { answer, entries, touched } = await change(db, mark());
  const passage = { copyId, ...PLACE, words: WORDS };
  expect(value(answer).passage).toEqual(passage);
  expect(entries).toEqual([
    {
      ...{ action: "passage-marked", by: "Ben", reason: null, subject: id },
      ...{ before: null, after: { words: WORDS } },
    },
  ]);
  expect(touched).toEqual(["history", "passages"]);
  const listed = await listEvidence(db.store.read, AGENTIC);
  expect(listed.find((entry) => entry.id === id)?.passage).toEqual(passage);
  expect(await change(db, mark())).toMatchObject({ entries: [], touched: [] });
});

test("another passage takes its place, and it can be let go of", async () => {
  await db.store.write(mark());
  const { entries } = await change(db, mark({ startsAt: 0, endsAt: 6 }));
  expect(entries).toMatchObject([{ before: { words: WORDS }, after: { words: "First." } }]);
  const unmark = (tx: Writer) => unmarkPassage(tx, id, NOW);
  const undone = await change(db, unmark);
  expect(value(undone.answer).passage).toBeNull();
  expect(undone.entries).toMatchObject([
    { action: "passage-unmarked", before: { words: "First." }, after: null },
  ]);
  expect(await change(db, unmark)).toMatchObject({ entries: [], touched: [] });
});

test.each<[string, Partial<PassageDraft>]>([
  ["behind the end", { startsAt: TEXT.length - 2, endsAt: TEXT.length + 1 }],
  ["before the beginning", { startsAt: -3, endsAt: 3 }],
  ["backwards", { startsAt: 6, endsAt: 2 }],
  ["of no words", { startsAt: 6, endsAt: 8 }],
  ["of no length", { startsAt: 3, endsAt: 3 }],
  ["between two places", { startsAt: 0.5, endsAt: 3.5 }],
  ["nowhere", { startsAt: Number.NaN, endsAt: 3 }],
])("a passage %s is refused", async (_where, draft) => {
  const faults = [{ field: "passage", code: "passage-not-in-copy" }];
  await expectRefused(db, mark(draft), { kind: "invalid", faults });
});

test("a passage of another page's copy, of none, or of evidence that is withdrawn is refused", async () => {
  const other = link({ url: "https://example.org/other" });
  await db.store.write((tx) => logEvidence(tx, AGENTIC, other, MOMENT, { visitAt: NOW }));
  await visit(db, NOW, page(TEXT, { finalUrl: other.url }));
  const listed = await listEvidence(db.store.read, AGENTIC);
  const theirs = listed.find(({ url }) => url === other.url)?.link?.copyId ?? "";
  await expectRefused(db, mark({ copyId: theirs }), { kind: "not-found" });
  await expectRefused(db, mark({ copyId: "nowhere" }), { kind: "not-found" });
  await db.store.write((tx) => withdrawEvidence(tx, id, "R", MOMENT));
  const gone = { kind: "conflict", code: "evidence-already-withdrawn", current: { id } };
  await expectRefused(db, mark(), gone);
});
