import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { insertSpeaker } from "#db/sources/insert.ts";
import type { Reader } from "#db/store.ts";
import { connectTo, openAt, seededFile } from "../../support/store.ts";

const PRAGMAS = ["journal_mode", "synchronous", "foreign_keys", "trusted_schema"] as const;
const PROMISED = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, trusted_schema: 0 };

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
  const store = await openAt(await seededFile());
  const during = await store.write(async (tx) => {
    await insertSpeaker(tx, "someone", [{ lang: "en", name: "someone", role: null }]);
    return pragmasOf(tx);
  });
  expect(during).toEqual(PROMISED);
  expect(await pragmasOf(store.read)).toEqual(PROMISED);
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
  const store = await openAt(await seededFile());
  expect(await store.schemaVersion()).toMatch(/^\d{4}_\w+$/);
});
