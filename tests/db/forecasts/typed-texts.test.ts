import { beforeEach, expect, test } from "vitest";
import { listHistory } from "#db/change/history.ts";
import { dropOutdated, findPutAside, putAside } from "#db/forecasts/typed-texts.ts";
import { typedTexts } from "#db/schema/tables.ts";
import { type Held, seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const TYPED = {
  values: { title: "Half a \ud83c character and a \0", text: "兩年內 🌊\r\n" },
  faults: [{ field: "url", code: "not-http" }],
  hindrance: null,
};
const hoursLater = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const aside = (now = NOW) => db.store.write((tx) => putAside(tx, TYPED, now));

test("what was typed is there as it was, for a day", async () => {
  const id = await aside();
  expect(await findPutAside(db.store.read, id, hoursLater(23.9))).toEqual(TYPED);
  expect(await findPutAside(db.store.read, id, hoursLater(24))).toBeUndefined();
});

test("what is older than a day goes when something else comes", async () => {
  await aside();
  const young = await aside(hoursLater(12));
  await aside(hoursLater(25));
  expect(await db.store.read.$count(typedTexts)).toBe(2);
  expect(await findPutAside(db.store.read, young, hoursLater(25))).toEqual(TYPED);
});

test("what is older than a day goes when the app starts", async () => {
  await aside();
  await aside(hoursLater(12));
  await db.store.write((tx) => dropOutdated(tx, hoursLater(25)));
  expect(await db.store.read.$count(typedTexts)).toBe(1);
});

test("of more than a hundred the oldest goes", async () => {
  const first = await aside();
  const second = await aside(hoursLater(1));
  for (let more = 0; more < 99; more++) await aside(hoursLater(2));
  expect(await db.store.read.$count(typedTexts)).toBe(100);
  expect(await findPutAside(db.store.read, first, hoursLater(3))).toBeUndefined();
  expect(await findPutAside(db.store.read, second, hoursLater(3))).toEqual(TYPED);
});

test("nobody's history tells of it", async () => {
  const before = await listHistory(db.store.read, { limit: 100 });
  await aside();
  expect(await listHistory(db.store.read, { limit: 100 })).toEqual(before);
});

test.each(["", "nothing", "' or 1 = 1 --"])("there is nothing under %j", async (id) => {
  expect(await findPutAside(db.store.read, id, NOW)).toBeUndefined();
});
