import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { record } from "#db/change/history.ts";
import { NOW } from "../support/seeded.ts";
import { dump, emptyStore, ended, newFolder, PATIENT, start } from "../support/store.ts";

vi.setConfig(PATIENT);

const run = (url: string, ...args: string[]) => ended(start("seed/run.ts", args, { DATABASE_URL: url }));
const unused = () => join(newFolder(), "hindcast.db");

test("npm run seed -- --help explains itself and touches nothing", async () => {
  const { code, stdout, stderr } = await run("nonsense", "--help");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^npm run seed\n\n.*seeding twice changes nothing/s);
  expect(stdout).toContain("DATABASE_URL");
});

test("an unknown argument gets the same explanation as an error", async () => {
  const { code, stdout, stderr } = await run(`file:${unused()}`, "--force");
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^npm run seed\n/);
});

test("the command makes the database, fills it once, and says what it did", async () => {
  const file = unused();
  const first = await run(`file:${file}`);
  expect(first).toMatchObject({ code: 0, stdout: `The interview is in ${file}\n`, stderr: "" });
  const before = dump(file);
  expect(before.forecasts).toHaveLength(22);
  const said = `The interview was there already; nothing was changed in ${file}\n`;
  expect(await run(`file:${file}`)).toMatchObject({ code: 0, stdout: said, stderr: "" });
  expect(dump(file)).toEqual(before);
});

test("the command leaves a database with other work in it alone, and says so", async () => {
  const { store, file } = await emptyStore();
  await store.write((tx) => record(tx, NOW, { action: "forecast-recorded" }));
  await store.close();
  const said = `There is work in the database and no interview; nothing was changed in ${file}\n`;
  expect(await run(`file:${file}`)).toMatchObject({ code: 0, stdout: said, stderr: "" });
  expect(dump(file).forecasts).toEqual([]);
});

test.each([
  [
    "a file that is not a database",
    (file: string) => `file:${file}`,
    /is not a Hindcast database\. Nothing was changed/,
  ],
  [
    "an address of another kind",
    () => "mysql://localhost/x",
    /^DATABASE_URL is "mysql:\/\/localhost\/x"; it takes/,
  ],
])("%s ends the command with one line and code 78", async (_what, url, line) => {
  const file = unused();
  writeFileSync(file, "Dear diary");
  const { code, stdout, stderr } = await run(url(file));
  expect({ code, stdout }).toEqual({ code: 78, stdout: "" });
  expect(stderr).toMatch(line);
  expect(stderr.trimEnd()).not.toContain("\n");
});
