import { expect, test } from "vitest";
import { connectTo, dump, engine, openAt } from "../../support/any-store.ts";
import { withNames } from "../../support/named-columns.ts";
import { REFUSED_BEFORE, undoNewestSteps } from "../../support/version-before.ts";

const isFile = engine.name === "sqlite";
/** A whole number as each engine gives it back. */
const first = engine.name === "postgres" ? "1" : 1;

test("a database of the version before is brought up to date with every row, key and rule as it was", async () => {
  const place = await engine.seeded();
  const connection = await connectTo(place);
  await undoNewestSteps(connection, isFile);
  await expect(connection.run(REFUSED_BEFORE)).rejects.toThrow(/revision/i);
  const { evidence: logged = [], ...before } = await dump(place);
  expect(before).not.toHaveProperty("kept_answers");
  expect(logged).toHaveLength(35);
  expect(before.forecasts).toHaveLength(22);
  await engine.prepare(place, () => Promise.reject(new Error("filled again")));
  const counted = logged.map((entry) => ({ ...entry, revision: first }));
  const after = await dump(place);
  expect(withNames(after)).toEqual({ ...before, evidence: counted, kept_answers: [] });
  expect(after.actors).toMatchObject([{ kind: "person", name: "Hindcast" }]);

  await openAt(place);
  for (const refused of [
    "update evidence set revision = 0",
    "update evidence set revision = null",
    "update evidence set lang = 'fr'",
    "update evidence set forecast_id = 'nowhere'",
    "update evidence set id = 'another'",
    "delete from forecasts",
    "insert into citations values ('nowhere', 'nowhere', 'nowhere', 1)",
    "update evidence set recorded_by = 'Hindcast'",
    "delete from actors",
  ]) {
    await expect(connection.run(refused)).rejects.toThrow(/constraint/i);
  }
  if (isFile) {
    expect(await connection.run("pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(await connection.run("pragma foreign_key_check")).toEqual([]);
  }
  await connection.run(REFUSED_BEFORE);
});
