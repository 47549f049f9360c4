import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { prepareSqlite } from "#db/engine/sqlite/open.ts";
import { prepareDatabase, startServer } from "../../scripts/setup/server.mjs";
import { connectTo, fillWithSeed } from "../support/store.ts";

const GIGABYTES = 10;
const MB = 1024 * 1024;
/** What a start of that file may take after a clean end, from the command to the first answer. */
const MOST_SECONDS = 5;

const folder = mkdtempSync(join(process.env.HINDCAST_TEST_FOLDER ?? tmpdir(), "hindcast-large-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Fills a database with kept copies of pages, as years of evidence would. */
function fill(file: string, gigabytes: number): void {
  const connection = connectTo(file);
  const insert = connection.prepare(
    "insert into contents (sha256, size, stored_size, text, bytes) values (?, ?, ?, null, ?)",
  );
  for (let gigabyte = 0; gigabyte < gigabytes; gigabyte++) {
    connection.exec("begin immediate");
    for (let i = 0; i < 1024; i++) insert.run(randomBytes(32).toString("hex"), MB, MB, randomBytes(MB));
    connection.exec("commit");
    connection.pragma("wal_checkpoint(TRUNCATE)");
  }
  connection.close();
}

test(`a file of ${GIGABYTES} GB starts within ${MOST_SECONDS} s after a clean end`, {
  timeout: 1_800_000,
}, async () => {
  const file = join(folder, "hindcast.db");
  await prepareSqlite(file, fillWithSeed);
  fill(file, GIGABYTES);
  expect(statSync(file).size).toBeGreaterThan(GIGABYTES * 1024 * MB);
  const env = { DATABASE_URL: `file:${file}` };
  // The first start ends cleanly, and the second is the one that counts.
  for (const round of ["after the filling", "after a clean end"]) {
    const begun = performance.now();
    // As a start does it, from the files as they are: what other tests start is bundled.
    await prepareDatabase({ env, quiet: true });
    const prepared = performance.now();
    const server = await startServer({ prepare: false, env: { ...env, HINDCAST_FETCHING: "off" } });
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(
      `${(statSync(file).size / 1024 ** 3).toFixed(1)} GB ${round}: ready after ${seconds.toFixed(2)} s, ${((prepared - begun) / 1000).toFixed(2)} s of it before the server\n`,
    );
    expect(await server.stop()).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
    if (round === "after a clean end") expect(seconds).toBeLessThan(MOST_SECONDS);
  }
});
