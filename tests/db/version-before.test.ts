import { expect, test } from "vitest";
import { connectTo, dump, engine, openAt } from "../support/any-store.ts";
import { REFUSED_BEFORE, undoNewestStep } from "../support/version-before.ts";

const isFile = engine.name === "sqlite";

test("a database of the version before is brought up to date with every row, key and rule as it was", async () => {
  const place = await engine.seeded();
  const connection = await connectTo(place);
  await undoNewestStep(connection, isFile);
  await expect(connection.run(REFUSED_BEFORE)).rejects.toThrow(/null/i);
  const before = await dump(place);
  expect(before.forecasts).toHaveLength(22);
  await engine.prepare(place, () => Promise.reject(new Error("filled again")));
  expect(await dump(place)).toEqual(before);

  await openAt(place);
  for (const refused of [
    "delete from sources",
    "update sources set lang = 'fr'",
    "update sources set published_on = 'soon'",
    "insert into sources select 'another', slug, kind, title, title_lang, url, publisher, lang, published_on from sources",
  ]) {
    await expect(connection.run(refused)).rejects.toThrow(/constraint/i);
  }
  if (isFile) {
    expect(await connection.run("pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
    expect(await connection.run("pragma foreign_key_check")).toEqual([]);
  }
  await connection.run(REFUSED_BEFORE);
});
