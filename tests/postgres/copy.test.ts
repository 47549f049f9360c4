import { once } from "node:events";
import { existsSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import type { Location } from "#db/engine/location.ts";
import { logEvidence } from "#db/evidence/log.ts";
import { markPassage } from "#db/evidence/passages.ts";
import { listEvidence } from "#db/evidence/record.ts";
import { putAside } from "#db/forecasts/typed-texts.ts";
import { copyDatabase } from "#db/moving/copy.ts";
import { recordShapes } from "#db/moving/table-rows.ts";
import { createSource } from "#db/sources/create.ts";
import { giveVerdict } from "#db/verdicts/give.ts";
import { dump, emptyStore, engine, openAt, seededStore } from "../support/any-store.ts";
import { AGENTIC, judgement, link, value } from "../support/changes.ts";
import type { Engine, Row } from "../support/engines/engine.ts";
import { sqliteEngine } from "../support/engines/sqlite-engine.ts";
import { aSource } from "../support/forecast-drafts.ts";
import { rounds } from "../support/rounds.ts";
import { MOMENT, NOW } from "../support/seeded.ts";
import { sendSpeaker } from "../support/sent-once.ts";
import { ended, PATIENT, sha256, start } from "../support/store.ts";
import { REFUSED_BEFORE, undoNewestSteps } from "../support/version-before.ts";
import { daysLater, page, visit } from "../support/visits.ts";

vi.setConfig(PATIENT);

const files: Engine = sqliteEngine();
afterAll(() => files.close());

const silent = { copying: () => undefined, same: () => undefined };
const fileOf = (place: Location) => (place.engine === "sqlite" ? place.file : "");
const urlOf = (place: Location) => (place.engine === "sqlite" ? `file:${place.file}` : place.url);

/** Rows in one order and with values of one kind: a server says its large numbers as text. */
const alike = (rows: readonly Row[]) =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value)]),
      ),
    )
    .toSorted();

/** Every row of a file, in the order in which `dump` gives those of a server. */
async function dumpFile(place: Location) {
  const connection = await files.connect(place);
  const server = await dump((await emptyStore()).place);
  const found: Record<string, unknown[]> = {};
  for (const table of Object.keys(server)) {
    const rows = await connection.run(`select * from ${table}`);
    found[table] = alike(rows);
  }
  await connection.close();
  return found;
}

async function dumpServer(place: Location) {
  const tables = await dump(place);
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, alike(rows)]));
}

/** A file with the interview in it, and work on top. */
async function workedFile(): Promise<Location> {
  const place = await files.seeded();
  const store = await files.open(place);
  await store.write(async (tx) => {
    const { entry } = value(
      await logEvidence(tx, AGENTIC, link({ title: "Ünïcode 標題 \u{1f600}" }), MOMENT, {
        visitAt: NOW,
      }),
    );
    value(await giveVerdict(tx, AGENTIC, judgement({ evidenceIds: [entry.id] }), MOMENT));
    value(await createSource(tx, { ...aSource, url: null }, MOMENT));
  });
  for (let i = 0; i < 7; i++) {
    // Bytes of every value, and more contents than are copied at once.
    const stored = Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7 + i) % 256));
    await visit({ store }, daysLater(31 * i), page(`Ünïcode 電 ${i}`, { stored }));
  }
  const [entry] = (await listEvidence(store.read, AGENTIC)).filter((one) => one.link !== null);
  const passage = { copyId: entry?.link?.copyId ?? "", startsAt: 1, endsAt: 9 };
  value(await store.write((tx) => markPassage(tx, entry?.id ?? "", passage, NOW)));
  await store.close();
  return place;
}

test("from a file to PostgreSQL and back, every row is as it was", async () => {
  const from = await workedFile();
  const there = await engine.unused();
  const back = await files.unused();
  const told: string[] = [];
  await copyDatabase(from, there, {
    ...silent,
    same: (table, { rows }) => void told.push(`${table} ${rows}`),
  });
  expect(told).toContain("forecasts 22");
  expect(told).toContain("citations 1");
  expect(told).toEqual(expect.arrayContaining(["contents 7", "copies 7", "visits 7", "passages 1"]));
  expect(told).toHaveLength(recordShapes.length);
  await copyDatabase(there, back, silent);
  expect(await dumpFile(back)).toEqual(await dumpFile(from));
  const [bytes, theirs] = await Promise.all(
    [from, back].map(async (place) => {
      const connection = await files.connect(place);
      const rows = await connection.run("select sha256, hex(bytes) as bytes from contents order by sha256");
      await connection.close();
      return rows;
    }),
  );
  expect(theirs).toEqual(bytes);
});

test("what is only there for a day stays behind", async () => {
  const from = await engine.seeded();
  const store = await openAt(from);
  await sendSpeaker(store);
  await store.write((tx) => putAside(tx, { values: {}, faults: [], hindrance: null }, NOW));
  const target = await files.unused();
  await copyDatabase(from, target, silent);
  const { kept_answers, typed_texts, ...records } = await dumpFile(target);
  expect([kept_answers, typed_texts]).toEqual([[], []]);
  const { kept_answers: kept, typed_texts: aside, ...sent } = await dumpServer(from);
  expect([kept, aside]).toMatchObject([{ length: 1 }, { length: 1 }]);
  expect(records).toEqual(sent);
});

test("a database that has been made but holds nothing is filled", async () => {
  const { place } = await emptyStore();
  await copyDatabase(await workedFile(), place, silent);
  expect((await dump(place)).verdicts).toHaveLength(1);
});

test.each(["PostgreSQL", "a file"])("%s that holds records is refused, and not changed", async (kind) => {
  const target = kind === "a file" ? await files.seeded() : (await seededStore()).place;
  const read = kind === "a file" ? dumpFile : dump;
  const before = await read(target);
  await expect(copyDatabase(await workedFile(), target, silent)).rejects.toThrow(/holds records/);
  expect(await read(target)).toEqual(before);
});

test("a copy onto itself, or from where nothing is, is refused", async () => {
  const from = await workedFile();
  await expect(copyDatabase(from, from, silent)).rejects.toThrow(/both the source and the target/);
  const nowhere = await files.unused();
  const target = await engine.unused();
  await expect(copyDatabase(nowhere, target, silent)).rejects.toThrow(/There is no database at/);
  expect(existsSync(fileOf(nowhere))).toBe(false);
});

test.each(["PostgreSQL", "a file"])("%s of an older version is refused, and not changed", async (kind) => {
  const isFile = kind === "a file";
  const from = isFile ? await files.seeded() : (await seededStore()).place;
  const list = isFile ? "__drizzle_migrations" : "hindcast_migrations";
  const [held, target] = isFile ? [files, await engine.unused()] : [engine, await files.unused()];
  const older = await held.connect(from);
  await undoNewestSteps(older, isFile);
  const had = await older.run(`select * from ${list}`);
  await older.close();
  const before = isFile ? sha256(fileOf(from)) : null;

  await expect(copyDatabase(from, target, silent)).rejects.toThrow(
    /^\S+ was written by an older version of Hindcast\. Nothing was copied, and nothing was changed\. Start this version/,
  );
  // As a target neither.
  await expect(copyDatabase(await workedFile(), from, silent)).rejects.toThrow(/written by an older version/);
  expect(isFile ? sha256(fileOf(from)) : null).toBe(before);
  const after = await held.connect(from);
  expect(await after.run(`select * from ${list}`)).toEqual(had);
  await expect(after.run(REFUSED_BEFORE)).rejects.toThrow(/revision/i);
  await after.close();
  const prepared = isFile ? await engine.prepare(target, async () => {}) : existsSync(fileOf(target));
  expect(prepared).toBe(isFile ? "created" : false);

  // Brought up to date on its own, it is copied.
  await held.prepare(from, async () => {});
  await copyDatabase(from, isFile ? await engine.unused() : target, silent);
});

test("a copy that fails on the way leaves nothing", async () => {
  const { place: from } = await seededStore();
  const target = await files.unused();
  const failing = {
    ...silent,
    copying: (table: string) => {
      if (table === "evidence") throw new Error("no more room");
    },
  };
  await expect(copyDatabase(from, target, failing)).rejects.toThrow("no more room");
  expect(existsSync(fileOf(target))).toBe(false);
});

test("what does not arrive as it was sent is not kept", async () => {
  const from = await workedFile();
  const raw = await files.connect(from);
  // PostgreSQL keeps no NUL.
  await raw.run("update speaker_texts set name = 'A' || char(0) || 'B'");
  await raw.close();
  const target = await engine.unused();
  await expect(copyDatabase(from, target, silent)).rejects.toThrow(
    /speaker_texts is not the same on both sides/,
  );
  expect(await engine.prepare(target, () => Promise.resolve())).toBe("created");
});

test.each(rounds(["contents"], ["sources", "contents", "history"]))(
  "killed while it copies %s, it leaves both kinds of target empty, or done",
  async (table) => {
    for (const target of [await engine.unused(), await files.unused()]) {
      const from = await workedFile();
      const child = start("scripts/copy.ts", [urlOf(from), urlOf(target)]);
      const killed = new Promise<void>((resolve) => {
        child.stdout.on("data", (said: string) => {
          if (!said.includes(`${table}: `)) return;
          child.kill("SIGKILL");
          resolve();
        });
        once(child, "close").then(() => resolve());
      });
      await killed;
      const { signal, stdout } = await ended(child);
      if (signal === null) expect(stdout).toContain("Copied: ");
      const isFile = target.engine === "sqlite";
      const isDone = isFile
        ? existsSync(target.file)
        : (await engine.prepare(target, () => Promise.resolve())) === "found";
      // The end may have been nearer than the signal: then all of it is there.
      if (isDone) expect(await (isFile ? dumpFile : dumpServer)(target)).toEqual(await dumpFile(from));
      if (table === "sources") expect(isDone).toBe(false);
    }
  },
);

test("the command tells of each table, and says what is wrong in one line", async () => {
  const from = await workedFile();
  const to = urlOf(await engine.unused());
  const first = await ended(start("scripts/copy.ts", [urlOf(from), to]));
  expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/^forecasts: 22 rows, the same on both sides \(SHA-256 [0-9a-f]{16}\)$/m);
  expect(first.stdout).toMatch(/\nCopied: \d+ rows, \S+ -> \S+\n$/);
  const again = await ended(start("scripts/copy.ts", [urlOf(from), to]));
  expect(again).toMatchObject({ code: 1, stdout: "" });
  expect(again.stderr).toMatch(/^\S+ holds records\. Nothing was copied: .*\n$/);
  const help = await ended(start("scripts/copy.ts", ["--help"]));
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("npm run db:copy -- FROM TO");
  expect((await ended(start("scripts/copy.ts", [to]))).code).toBe(1);
});
