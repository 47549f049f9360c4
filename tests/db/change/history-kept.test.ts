import { beforeEach, expect, test } from "vitest";
import { record } from "#db/change/history.ts";
import { connectTo, dump, engine, type Held, seededStore } from "../../support/any-store.ts";
import type { Raw } from "../../support/engines/engine.ts";
import { NOW } from "../../support/seeded.ts";

const COPY =
  "select seq, id, at, by, action, forecast_id, subject_id, 'another' as reason, before, after, part_of from history where seq = 1";
const NEW_ID = COPY.replace("seq, id,", "seq, 'new' as id,");
const NEW_SEQ = COPY.replace("seq, id,", "10000 as seq, id,");

/** Ways to change an entry or to take one away, by anybody who may write. */
const EITHER: readonly [string, string][] = [
  ["an entry changed", "update history set reason = 'another' where seq = 1"],
  ["all of them changed", "update history set at = 0"],
  ["an entry given another number", "update history set seq = 10000 where seq = 1"],
  ["an entry taken away", "delete from history where seq = 1"],
  ["the newest entry taken away", "delete from history where seq = (select max(seq) from history)"],
  ["all of them taken away", "delete from history"],
  [
    "one written over where it is in the way",
    `insert into history ${COPY} on conflict (seq) do update set reason = 'another'`,
  ],
];

const IN_FILES: readonly [string, string][] = [
  ["one replaced by its number", `insert or replace into history ${NEW_ID}`],
  ["one replaced by its id", `replace into history ${NEW_SEQ}`],
  ["one replaced by itself", `replace into history ${COPY}`],
  ["one moved onto another", "update or replace history set seq = 1 where seq = 2"],
  ["one changed unless that is in the way", "update or ignore history set reason = 'another' where seq = 1"],
];

const ON_SERVERS: readonly [string, string][] = [
  ["the table emptied at once", "truncate history"],
  ["the table emptied with what points at it", "truncate history cascade"],
  [
    "one merged with another",
    "merge into history h using (select 1 as seq) n on n.seq = h.seq when matched then update set reason = 'another'",
  ],
];

let held: Held;
let connection: Raw;
beforeEach(async () => {
  held ??= await seededStore();
  connection ??= await connectTo(held.place);
});

test.each([...EITHER, ...(engine.name === "sqlite" ? IN_FILES : ON_SERVERS)])(
  "the database itself refuses to have %s",
  async (_what, statement) => {
    const before = await dump(held.place);
    expect(before.history?.length).toBeGreaterThan(1);
    await expect(connection.run(statement)).rejects.toThrow(/the history is only added to/);
    expect(await dump(held.place)).toEqual(before);
  },
);

test("an entry is added as ever", async () => {
  const before = (await dump(held.place)).history ?? [];
  await held.store.write((tx) => record(tx, NOW, { action: "review-set", subjectId: "r" }));
  const after = (await dump(held.place)).history ?? [];
  expect(after.slice(0, -1)).toEqual(before);
  expect(Number(after.at(-1)?.seq)).toBe(before.length + 1);
});
