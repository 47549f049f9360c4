import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { dropOutdatedAnswers, once } from "#db/change/once.ts";
import { keptAnswers, speakerTexts } from "#db/schema/tables.ts";
import type { Store } from "#db/store.ts";
import { err, ok } from "#domain/result.ts";
import { type Held, openAt, seededStore } from "../../support/any-store.ts";
import { change, expectRefused, value } from "../../support/changes.ts";
import { rounds } from "../../support/rounds.ts";
import { NOW } from "../../support/seeded.ts";
import { NAME, sendSpeaker, speakerOnce } from "../../support/sent-once.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const onRecord = ({ read }: Store) => read.$count(speakerTexts, eq(speakerTexts.name, NAME));
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const ANOTHER_BODY = { fingerprint: "b".repeat(64) };
const REUSED = { kind: "key-reused" };

const FIRST = {
  status: 201,
  location: "/api/v1/speakers/grace-hopper",
  body: '{"slug":"grace-hopper","名":"\\u0000"}',
};

test("the same under the same key is made once, and answered alike", async () => {
  const first = await change(db, speakerOnce);
  expect(first.answer).toEqual(ok({ answer: FIRST, isRepeated: false }));
  expect(first.touched).toEqual(["history", "kept_answers", "speaker_texts", "speakers"]);
  const again = await change(db, speakerOnce);
  expect(again.answer).toEqual(ok({ answer: FIRST, isRepeated: true }));
  expect(again.touched).toEqual([]);
});

test("an answer without a place and a body is kept as it is", async () => {
  const change = { scope: "anyone", key: "k", fingerprint: "a".repeat(64) } as const;
  const bare = { status: 204, location: null, body: null };
  await db.store.write((tx) => once(tx, change, NOW, async () => ok(bare)));
  const again = await db.store.write((tx) => once(tx, change, NOW, () => Promise.reject(new Error("again"))));
  expect(again).toEqual(ok({ answer: bare, isRepeated: true }));
});

test("another body under the same key is refused, and the answer to the first stays", async () => {
  await sendSpeaker(db.store);
  await expectRefused(db, (tx) => speakerOnce(tx, ANOTHER_BODY), REUSED);
  expect(await sendSpeaker(db.store)).toEqual(ok({ answer: FIRST, isRepeated: true }));
});

test.each([
  ["another key", { key: "K" }],
  ["the key of somebody else", { scope: "account:7" }],
  ["a key with a blank at its end", { key: "k " }],
] as const)("the same under %s is made again", async (_what, other) => {
  await sendSpeaker(db.store);
  expect(value(await sendSpeaker(db.store, other)).isRepeated).toBe(false);
  expect(await onRecord(db.store)).toBe(2);
});

test("what is refused leaves nothing, and something better may be sent under its key", async () => {
  await expectRefused(db, (tx) => speakerOnce(tx, { isRefused: true }), { kind: "not-found" });
  expect(await sendSpeaker(db.store, ANOTHER_BODY)).toEqual(ok({ answer: FIRST, isRepeated: false }));
});

test("what breaks off leaves nothing, and may be sent again", async () => {
  const broken = sendSpeaker(db.store, { within: () => Promise.reject(new Error("broken")) });
  await expect(broken).rejects.toThrow("broken");
  expect(await db.store.read.$count(keptAnswers)).toBe(0);
  expect(await sendSpeaker(db.store)).toEqual(ok({ answer: FIRST, isRepeated: false }));
});

test("an answer that refuses is not kept, whatever it is called", async () => {
  const refusing = db.store.write(async (tx) => {
    await speakerOnce(tx);
    const change = { scope: "anyone", key: "another", fingerprint: "a".repeat(64) } as const;
    return once(tx, change, NOW, async () => ok({ status: 422, location: null, body: "{}" }));
  });
  await expect(refusing).rejects.toThrow(/kept_answers_status|constraint/i);
  expect(await onRecord(db.store)).toBe(0);
});

test("for a day the answer is kept, and then the same is made again", async () => {
  await sendSpeaker(db.store);
  expect(value(await sendSpeaker(db.store, { now: hoursLater(23.9) })).isRepeated).toBe(true);
  expect(value(await sendSpeaker(db.store, { now: hoursLater(24) })).isRepeated).toBe(false);
  expect(await onRecord(db.store)).toBe(2);
  // The day is that of the later one now.
  expect(value(await sendSpeaker(db.store, { now: hoursLater(47.9) })).isRepeated).toBe(true);
});

test("after a day another body may be sent under the key", async () => {
  await sendSpeaker(db.store);
  const later = { ...ANOTHER_BODY, now: hoursLater(24) };
  expect(value(await sendSpeaker(db.store, later)).isRepeated).toBe(false);
});

test("what is older than a day goes when something else is sent, and when it is dropped", async () => {
  await sendSpeaker(db.store, { key: "old" });
  await sendSpeaker(db.store, { key: "young", now: hoursLater(12) });
  await sendSpeaker(db.store, { key: "new", now: hoursLater(25) });
  const keys = async () => {
    const rows = await db.store.read.select({ key: keptAnswers.key }).from(keptAnswers);
    return rows.map(({ key }) => key).toSorted();
  };
  expect(await keys()).toEqual(["new", "young"]);
  await db.store.write((tx) => dropOutdatedAnswers(tx, hoursLater(48.9)));
  expect(await keys()).toEqual(["new"]);
  expect(await onRecord(db.store)).toBe(3);
});

/** Two that are sent at the same time; the first is in the midst of its change until it is let go. */
async function sendBehind(other: Store, isRefused: boolean) {
  const begun = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const within = () => {
    begun.resolve();
    return held.promise;
  };
  const first = sendSpeaker(db.store, { within, isRefused });
  await begun.promise;
  let isAnswered = false;
  const second = sendSpeaker(other).finally(() => {
    isAnswered = true;
  });
  for (let turns = 0; turns < 50; turns++) await turn();
  expect(isAnswered, "it waits").toBe(false);
  held.resolve();
  return { first: await first, second: await second };
}

test.each(["one store", "two stores over one database"])(
  "one that is sent while the first is made waits for its answer, through %s",
  async (through) => {
    const other = through === "one store" ? db.store : await openAt(db.place);
    const { first, second } = await sendBehind(other, false);
    expect(first).toEqual(ok({ answer: FIRST, isRepeated: false }));
    expect(second).toEqual(ok({ answer: FIRST, isRepeated: true }));
  },
);

test.each(["one store", "two stores over one database"])(
  "one that waited for a first that is refused is made, through %s",
  async (through) => {
    const other = through === "one store" ? db.store : await openAt(db.place);
    const { first, second } = await sendBehind(other, true);
    expect(first).toEqual(err({ kind: "not-found" }));
    expect(second).toEqual(ok({ answer: FIRST, isRepeated: false }));
    expect(await onRecord(db.store)).toBe(1);
  },
);

test.each([
  ["one store", 1],
  ["two stores over one database", 2],
])("two at the same time make one record, every time, through %s", async (_through, stores) => {
  const other = stores === 2 ? await openAt(db.place) : db.store;
  const ROUNDS = rounds(100, 500);
  for (let round = 0; round < ROUNDS; round++) {
    const sending = { key: `double-${round}`, within: turn };
    const [one, two] = await Promise.all([sendSpeaker(db.store, sending), sendSpeaker(other, sending)]);
    expect(value(one).answer).toEqual(value(two).answer);
    expect([value(one).isRepeated, value(two).isRepeated].toSorted()).toEqual([false, true]);
  }
  expect(await onRecord(db.store)).toBe(ROUNDS);
});
