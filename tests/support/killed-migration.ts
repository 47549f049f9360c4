import { deepStrictEqual, equal, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrationsFolder, migrationsOf } from "#db/engine/migrations.ts";
import { inspect } from "#db/engine/sqlite/file.ts";
import { prepareSqlite } from "#db/engine/sqlite/open.ts";
import { withNames } from "./named-columns.ts";
import { makeOlder, rowsIn } from "./older-rows.ts";

/** A version of which many steps have been made since, some that write whole tables anew. */
const OLD = "0004_search";

const statements = (): number => {
  const old = migrationsOf("sqlite").find(({ name }) => name === OLD)?.when ?? 0;
  const files = readMigrationFiles({ migrationsFolder: migrationsFolder("sqlite") });
  return files.filter(({ folderMillis }) => folderMillis > old).reduce((sum, { sql }) => sum + sql.length, 0);
};

const refill = () => Promise.reject(new Error("filled again"));
const strips = process.features.typescript ? [] : ["--experimental-strip-types"];

/** Starts on a file and kills the process once it says that it is inside; returns before which statement it was. */
async function killInside(file: string, statement: number): Promise<{ statement: number; logBytes: number }> {
  const flags = [...strips, "--disable-warning=ExperimentalWarning"];
  const child = spawn(
    process.execPath,
    [...flags, "tests/support/migrating-child.ts", file, String(statement)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const closed = once(child, "close");
  let said = "";
  child.stdout.setEncoding("utf8");
  for await (const part of child.stdout) {
    said += part;
    if (said.includes("\n")) break;
  }
  const inside = /^inside (\d+)\n/.exec(said)?.[1];
  const logBytes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  child.kill("SIGKILL");
  await closed;
  equal(child.signalCode, "SIGKILL");
  ok(inside !== undefined, `it said ${JSON.stringify(said)}`);
  return { statement: Number(inside), logBytes };
}

/** What a file and its log hold, read from a copy, so that the file itself stays as the killed process left it. */
function asLeft(file: string, folder: string) {
  mkdirSync(folder);
  const copy = join(folder, "left.db");
  for (const suffix of ["", "-wal"])
    if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
  return rowsIn(copy);
}

/** What came of one round: before which statement it was killed, and how much of its work the log held already. */
export interface KilledRound {
  readonly statement: number;
  readonly of: number;
  readonly logBytes: number;
}

/**
 * Kills (SIGKILL) a start inside the transaction in which it brings an older file up to date, looks at what is left,
 * starts again, and compares with an upgrade that nobody disturbed. It needs no test runner.
 *
 * @param folder an empty one, for this round
 * @param seeded a file of this version with records, which nobody has open
 * @param share how far into the transaction: 0 is before its first statement, 1 before its end
 * @throws AssertionError when something was lost, is by half, or does not start again
 */
export async function killedInMigration(folder: string, seeded: string, share: number): Promise<KilledRound> {
  const [file, undisturbed] = [join(folder, "hindcast.db"), join(folder, "undisturbed.db")];
  makeOlder(file, OLD, seeded);
  copyFileSync(file, undisturbed);
  const before = rowsIn(file);
  const of = statements();
  const killed = await killInside(file, Math.round(share * of));
  equal(killed.statement, Math.round(share * of));

  deepStrictEqual(asLeft(file, join(folder, "left")), before);
  equal(await prepareSqlite(file, refill), "found");
  inspect(file, "whole");
  await prepareSqlite(undisturbed, refill);
  deepStrictEqual(withNames(rowsIn(file)), withNames(rowsIn(undisturbed)));
  const backups = readdirSync(folder).filter((name) => name.startsWith("hindcast.db.before-"));
  equal(backups.length, 1, backups.join());
  deepStrictEqual(rowsIn(join(folder, backups[0] ?? "")), before);
  return { ...killed, of };
}
