import { beforeEach, expect, test } from "vitest";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import {
  countTroubledLinks,
  type LinkCursor,
  listTroubledLinks,
  type TroubledStanding,
} from "#db/pages/troubled-links.ts";
import { putOff } from "#db/pages/visits.ts";
import { askForAllVisits } from "#db/pages/watches.ts";
import { seededStore } from "../../support/any-store.ts";
import { AGENTIC, HARDWARE, link, value } from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";
import { answer, daysLater, EVERY, page, take, visit } from "../../support/visits.ts";

const urlOf = (number: number) => `https://host${number}.example/page`;

let db: Awaited<ReturnType<typeof seededStore>>;
const ids: string[] = [];
beforeEach(async () => {
  db = await seededStore();
  ids.length = 0;
  for (let number = 0; number < 6; number++) {
    const url = urlOf(number);
    const logged = await db.store.write((tx) =>
      logEvidence(tx, AGENTIC, link({ url }), MOMENT, { visitAt: NOW }),
    );
    ids.push(value(logged).entry.id);
    await visit(db, NOW, page(`Page ${number}`, { finalUrl: url }));
  }
  // One is well, and the others are found gone or changed, one each day, in the order in which they come up.
  for (let day = 0; day < 6; day++) {
    const now = daysLater(31 + day);
    const found =
      day === 0
        ? answer(304)
        : day % 2 === 0
          ? answer(404)
          : (url: string) => page(`Changed ${day}`, { finalUrl: url });
    await visit(db, now, found);
  }
});

async function listAll(standing?: TroubledStanding) {
  const found: Awaited<ReturnType<typeof listTroubledLinks>>["items"][number][] = [];
  let cursor: LinkCursor | undefined;
  for (;;) {
    const { items, nextCursor } = await listTroubledLinks(db.store.read, { standing, limit: 2, cursor });
    found.push(...items);
    if (nextCursor === null) return found;
    cursor = nextCursor;
  }
}

test("the latest trouble comes first, page by page, and what is well is not in it", async () => {
  const all = await listAll();
  const days = all.map(({ link: { since } }) => (since.getTime() - NOW.getTime()) / 86_400_000);
  expect(days).toEqual([36, 35, 34, 33, 32]);
  expect(all.map((one) => one.link.standing)).toEqual(["changed", "gone", "changed", "gone", "changed"]);
  expect(all.every((one) => one.entries.length === 1 && one.entries[0]?.slug === AGENTIC)).toBe(true);
  expect(all[0]?.entries[0]?.claim.en).toBeTruthy();
});

test("it can be narrowed to one kind, and is counted by kind", async () => {
  expect(await listAll("gone")).toHaveLength(2);
  expect(await listAll("changed")).toHaveLength(3);
  expect(await listAll("moved")).toEqual([]);
  expect(await countTroubledLinks(db.store.read)).toEqual({
    changed: 3,
    moved: 0,
    gone: 2,
    unreachable: 0,
    refused: 0,
  });
});

test("a link on which nothing rests any more is left out, one on which more rests names all of it", async () => {
  const [latest, next] = await listAll();
  const withdrawn = latest?.entries[0]?.evidenceId ?? "";
  await db.store.write((tx) => withdrawEvidence(tx, withdrawn, "R", MOMENT));
  await db.store.write((tx) => logEvidence(tx, HARDWARE, link({ url: next?.url ?? "" }), MOMENT));
  const all = await listAll();
  expect(all).toHaveLength(4);
  expect(await countTroubledLinks(db.store.read)).toEqual({
    changed: 2,
    moved: 0,
    gone: 2,
    unreachable: 0,
    refused: 0,
  });
  expect(all[0]?.entries.map(({ slug }) => slug).toSorted()).toEqual([AGENTIC, HARDWARE]);
});

test("a page that we do not read any more is in it, with the reason", async () => {
  await db.store.write((tx) => askForAllVisits(tx, { dueAt: daysLater(40) }));
  const due = await db.store.write(take(daysLater(40)));
  if (due === null) throw new Error("nothing taken");
  const loop = { fault: "too-many-redirects", detail: null, isRefusal: true };
  await db.store.write((tx) => putOff(tx, due.lease, loop, { ...EVERY, now: daysLater(40) }));
  const [first] = await listAll();
  expect(first).toMatchObject({
    ...{ pageId: due.pageId, link: { standing: "refused", fault: "too-many-redirects" } },
  });
  expect(await listAll("refused")).toHaveLength(1);
  expect((await countTroubledLinks(db.store.read)).refused).toBe(1);
});
