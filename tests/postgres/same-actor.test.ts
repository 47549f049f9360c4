import { expect, test } from "vitest";
import { person } from "#db/change/actor.ts";
import { listHistory, record } from "#db/change/history.ts";
import type { Writer } from "#db/store.ts";
import { connectTo, seededStore } from "../support/any-store.ts";
import { NOW } from "../support/seeded.ts";

const act = (tx: Writer) => record(tx, NOW, { action: "review-set" });

test("two changes at once by one whom nobody knew yet name the same one", async () => {
  const { store, place } = await seededStore();
  const outside = await connectTo(place);
  const watching = await connectTo(place);
  const found = () => watching.run("select id, name from actors where name = 'Ben'");
  // Whoever does not take turns with the app, as another version might.
  await outside.run("begin");
  await outside.run("insert into actors values ('theirs', 'person', 'Ben')");
  const changes = [1, 2].map(() => store.as(person("Ben")).write(act));
  const waiting =
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into \"actors\"%'";
  while ((await watching.run(waiting)).length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await found()).toEqual([]);
  await outside.run("commit");
  await Promise.all(changes);
  expect(await found()).toEqual([{ id: "theirs", name: "Ben" }]);
  const { items } = await listHistory(store.read, { limit: 2 });
  expect(items.map(({ by }) => by)).toEqual(["Ben", "Ben"]);
});
