import { expect, test } from "vitest";
import { cached, staleMsAmong } from "#app/_request/cache/cached.ts";
import { logEvidence } from "#db/evidence/log.ts";
import { countByStatus } from "#db/lists/queue.ts";
import { daysAfter } from "#domain/day.ts";
import { MOMENT } from "../support/seeded.ts";
import { seededStore, TODAY } from "../support/store.ts";

const PAGE = {
  ...{ url: "https://cached.example.org", title: "T", publisher: "P", publishedOn: null },
  ...{ stance: "supports" as const, strength: "weak" as const, summary: "S" },
};

test("an answer is cached for the same question and day until something changes", async () => {
  const { store } = await seededStore();
  let looks = 0;
  const count = cached(async (read, today, what: string) => {
    looks += 1;
    return { what, counts: await countByStatus(read, today) };
  });
  const [first, same] = await Promise.all([count(store.read, TODAY, "a"), count(store.read, TODAY, "a")]);
  expect(same).toBe(first);
  expect(looks).toBe(1);
  await count(store.read, TODAY, "b");
  await count(store.read, daysAfter(TODAY, 1), "a");
  expect(looks).toBe(3);
  await store.write((tx) => logEvidence(tx, "agentic-mainstream-1y", PAGE, MOMENT));
  expect(await count(store.read, TODAY, "a")).not.toBe(first);
  expect(looks).toBe(4);
});

test("an answer that failed is asked for anew", async () => {
  const { store } = await seededStore();
  let looks = 0;
  const count = cached(async () => {
    looks += 1;
    if (looks === 1) throw new Error("the disk is gone");
    return looks;
  });
  await expect(count(store.read, TODAY)).rejects.toThrow("the disk is gone");
  expect(await count(store.read, TODAY)).toBe(2);
});

test("counts over many may lag behind a change for a moment, others never do", async () => {
  const { store } = await seededStore();
  const looks = { lagging: 0, exact: 0 };
  const lagging = cached(async () => ++looks.lagging, { staleMs: () => staleMsAmong(10_000) });
  const exact = cached(async () => ++looks.exact, { staleMs: () => staleMsAmong(9_999) });
  const ask = () => Promise.all([lagging(store.read, TODAY), exact(store.read, TODAY)]);
  expect(await ask()).toEqual([1, 1]);
  await store.write((tx) => logEvidence(tx, "agentic-mainstream-1y", PAGE, MOMENT));
  expect(await ask()).toEqual([1, 2]);
});
