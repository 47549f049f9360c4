import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { asNamed, NOBODY, person, SYSTEM } from "#db/change/actor.ts";
import { listHistory, record } from "#db/change/history.ts";
import { actors } from "#db/schema/tables.ts";
import type { Actor, Store, Writer } from "#db/store.ts";
import { err } from "#domain/result.ts";
import { seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";

const ZOE: Actor = { kind: "account", id: "an-account", name: "Zoe" };

let store: Store;
beforeEach(async () => {
  ({ store } = await seededStore());
});

const act = (tx: Writer) => record(tx, NOW, { action: "review-set" });
const rows = () => store.read.select({ kind: actors.kind, name: actors.name }).from(actors);
/** By whom the newest changes were made, as it is shown: the newest first. */
const shown = async (limit: number) => (await listHistory(store.read, { limit })).items.map(({ by }) => by);

test("what is seeded was done by Hindcast itself, who is nobody that types its name", async () => {
  expect(await rows()).toEqual([{ kind: "system", name: "Hindcast" }]);
  await store.as(SYSTEM).write(act);
  await store.as(person("Hindcast")).write(act);
  expect((await rows()).toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
    { kind: "person", name: "Hindcast" },
    { kind: "system", name: "Hindcast" },
  ]);
  expect(await shown(2)).toEqual(["Hindcast", "Hindcast"]);
});

test("two people who type one name are one, within a change and across them", async () => {
  await store.as(person("Ben")).write(async (tx) => {
    await act(tx);
    await act(asNamed(tx, "Ben"));
    await act(asNamed(tx, "ben"));
  });
  await store.write((tx) => act(asNamed(tx, "Ben")));
  expect((await rows()).map(({ name }) => name).toSorted()).toEqual(["Ben", "Hindcast", "ben"]);
  expect(await shown(4)).toEqual(["Ben", "ben", "Ben", "Ben"]);
});

test("nobody in particular leaves no trace of who they are", async () => {
  const before = await rows();
  await store.as(NOBODY).write(act);
  await store.write((tx) => act(asNamed(tx, null)));
  expect(await rows()).toEqual(before);
  expect(await shown(2)).toEqual([null, null]);
});

test("a change that is refused makes nobody known", async () => {
  const before = await rows();
  await store.as(person("Ben")).write(async (tx) => {
    await act(tx);
    return err("refused");
  });
  expect(await rows()).toEqual(before);
  await store.as(person("Ben")).write(act);
  expect(await shown(1)).toEqual(["Ben"]);
});

test("who is known by more than a name stays who they are, whatever they type", async () => {
  for (const name of ["Ben", null]) await store.as(ZOE).write((tx) => act(asNamed(tx, name)));
  await store.as(SYSTEM).write((tx) => act(asNamed(tx, "Ben")));
  expect(await shown(3)).toEqual(["Hindcast", "Zoe", "Zoe"]);
  expect(await store.read.select().from(actors).where(eq(actors.kind, "account"))).toEqual([ZOE]);
});

test("a name that was erased stays so, and whoever types it from then on is another", async () => {
  const erased = { name: null };
  await store.as(person("Ben")).write(act);
  await store.as(ZOE).write(act);
  await store.write(async (tx) => void (await tx.update(actors).set(erased)));
  await store.as(ZOE).write(act);
  await store.as(person("Ben")).write(act);
  expect(await shown(4)).toEqual(["Ben", null, null, null]);
});

test("a store is asked by one at a time, and each knows who asks", async () => {
  const zoes = store.as(ZOE);
  expect([zoes.actor, zoes.read.actor]).toEqual([ZOE, ZOE]);
  const at = (one: Store) => one.write(async (tx) => tx.actor);
  expect(await Promise.all([at(zoes), at(store.as(NOBODY)), at(zoes.as(SYSTEM))])).toEqual([
    ZOE,
    NOBODY,
    SYSTEM,
  ]);
});
