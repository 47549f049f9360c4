import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertSpeaker } from "../../db/forecast-insert.ts";
import { speakers } from "../../db/schema.ts";
import type { Reader, Store, Writer } from "../../db/store.ts";
import { connectTo, openAt, seededFile, seededStore } from "../support/store.ts";

const PRAGMAS = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema"] as const;
const PROMISED = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, trusted_schema: 0 };

const add = (tx: Writer, slug: string) => insertSpeaker(tx, slug, [{ lang: "en", name: slug, role: null }]);
const has = async (read: Reader, slug: string) =>
  (await read.$count(speakers, sql`${speakers.slug} = ${slug}`)) === 1;

async function pragmasOf(read: Reader) {
  const values = PRAGMAS.map(async (name) => {
    const [row] = await read.select({ value: sql`${sql.raw(name)}` }).from(sql.raw(`pragma_${name}`));
    return [name, row?.value] as const;
  });
  return Object.fromEntries(await Promise.all(values));
}

test.each(["write", "read"] as const)(
  "a %s connection has its settings after its first statement",
  async (mode) => {
    const connection = connectTo(await seededFile(), mode);
    connection.prepare("select count(*) from forecasts").get();
    if (mode === "write") connection.exec("update forecasts set quote = quote");
    const found = PRAGMAS.map((name) => [name, connection.pragma(name, { simple: true })]);
    expect(Object.fromEntries(found)).toEqual(PROMISED);
  },
);

test("a store reads and writes with these settings, during and after a change", async () => {
  const { store } = await seededStore();
  const during = await store.write(async (tx) => {
    await add(tx, "someone");
    return pragmasOf(tx);
  });
  expect(during).toEqual(PROMISED);
  expect(await pragmasOf(store.read)).toEqual(PROMISED);
});

test("a read sees a change once it is committed, and not before", async () => {
  const { store } = await seededStore();
  const seen = await store.write(async (tx) => {
    await add(tx, "someone");
    return { inside: await has(tx, "someone"), outside: await has(store.read, "someone") };
  });
  expect(seen).toEqual({ inside: true, outside: false });
  expect(await has(store.read, "someone")).toBe(true);
});

test("a write through the reader is refused by the database", async () => {
  const { store } = await seededStore();
  const writer = store.read as unknown as Writer;
  const insert = async () => writer.insert(speakers).values({ id: "x", slug: "x" });
  await expect(insert()).rejects.toMatchObject({ code: "SQLITE_READONLY" });
  expect(await has(store.read, "x")).toBe(false);
});

test("a change that is rejected leaves nothing behind, and the next one goes through", async () => {
  const { store } = await seededStore();
  const failing = store.write(async (tx) => {
    await add(tx, "first");
    await add(tx, "second");
    throw new Error("thought better of it");
  });
  const next = store.write((tx) => add(tx, "third"));
  await expect(failing).rejects.toThrow("thought better of it");
  await next;
  expect(await has(store.read, "first")).toBe(false);
  expect(await has(store.read, "second")).toBe(false);
  expect(await has(store.read, "third")).toBe(true);
});

test("a change that the database refuses leaves nothing behind", async () => {
  const { store } = await seededStore();
  const failing = store.write(async (tx) => {
    await add(tx, "first");
    await add(tx, "tri-dao");
  });
  await expect(failing).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT_UNIQUE" });
  expect(await has(store.read, "first")).toBe(false);
});

test("a write inside a write is refused with a sentence instead of waiting for itself", async () => {
  const { store } = await seededStore();
  const nested = store.write(async (tx) => {
    await add(tx, "outer");
    await new Promise(setImmediate);
    await store.write((inner) => add(inner, "inner"));
  });
  await expect(nested).rejects.toThrow("a write inside a write would wait for itself: pass the writer on");
  expect(await has(store.read, "outer")).toBe(false);
  await store.write((tx) => add(tx, "afterwards"));
  expect(await has(store.read, "afterwards")).toBe(true);
});

test("closing waits for the changes that are under way", async () => {
  const { store, file } = await seededStore();
  const slow = store.write(async (tx) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    await add(tx, "someone");
  });
  await store.close();
  await slow;
  const again: Store = await openAt(file);
  expect(await has(again.read, "someone")).toBe(true);
});

test("prepared statements are kept for the next time, whatever was asked of them", async () => {
  const connection = connectTo(await seededFile());
  const source = "select slug, quote from forecasts order by slug";
  const first = connection.prepare(source);
  expect(first.raw().get()).toBeInstanceOf(Array);
  const second = connection.prepare(source);
  expect(second).toBe(first);
  expect(second.get()).toHaveProperty("slug");
});

test("a statement that is being stepped through is not lent out a second time", async () => {
  const connection = connectTo(await seededFile());
  const source = "select slug from forecasts order by slug";
  const steps = connection.prepare(source).iterate();
  steps.next();
  expect(connection.prepare(source).all()).toHaveLength(22);
  expect([...steps]).toHaveLength(21);
});

test("the statements used last are kept, not every one there ever was", async () => {
  const connection = connectTo(await seededFile());
  const first = connection.prepare("select 0");
  const used = connection.prepare("select -1");
  for (let i = 1; i < 600; i++) {
    connection.prepare(`select ${i}`);
    connection.prepare("select -1");
  }
  expect(connection.prepare("select -1")).toBe(used);
  expect(connection.prepare("select 0")).not.toBe(first);
});

test("the schema's version is the name of its newest migration", async () => {
  const { store } = await seededStore();
  expect(await store.schemaVersion()).toMatch(/^\d{4}_\w+$/);
});
