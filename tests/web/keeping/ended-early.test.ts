import { beforeEach, expect, test } from "vitest";
import { findPageRecord } from "#db/pages/record.ts";
import { type Keeping, keepNext } from "#web/keeping/keep-next.ts";
import { dump, engine, type Held, seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";
import { minutesLater, take } from "../../support/visits.ts";
import { article, logLink, SPACE, webServer } from "../../support/web/logged-pages.ts";

let asked = 0;
let isSilent = false;
let status = 200;
let whenAsked = () => {};
const web = await webServer((_request, response) => {
  asked += 1;
  whenAsked();
  if (!isSilent) response.writeHead(status, { "content-type": "text/html" }).end(article("A page"));
});
const URL = `http://127.0.0.1:${web.port}/page`;

let held: Held;
let moment = NOW;
beforeEach(async () => {
  held = await seededStore();
  [asked, isSilent, status, whenAsked, moment] = [0, false, 200, () => {}, NOW];
});
const keeping = (): Keeping => ({
  ...{ store: held.store, policy: web.policy, cap: SPACE, everyDays: 30, now: () => moment },
});

/** When a page's next visit is due, in minutes from its last, which was cut off. */
async function dueAfter(pageId: string): Promise<number> {
  const record = await findPageRecord(held.store.read, pageId);
  return ((record?.visited?.dueAt.getTime() ?? Number.NaN) - moment.getTime()) / 60_000;
}

test("a page whose visits are cut off each time is visited ever more rarely, at last once a day, and read in the end", async () => {
  const { pageId } = await logLink(held.store, URL);
  const waits: number[] = [];
  for (let death = 0; death < 20; death += 1) {
    expect(await held.store.write(take(moment))).toMatchObject({ pageId, attempts: 0 });
    waits.push(await dueAfter(pageId));
    moment = minutesLater(waits.at(-1) ?? 0, moment);
  }
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(waits.slice(-8)).toEqual(Array.from({ length: 8 }, () => 24 * 60 + 1));
  expect(await keepNext(keeping())).toMatchObject({
    fault: null,
    end: { kind: "stored", standing: "alive" },
  });
});

test("one death of its process makes no try in vain of a visit", async () => {
  const { pageId } = await logLink(held.store, URL);
  for (let death = 0; death < 6; death += 1) {
    await held.store.write(take(moment));
    moment = minutesLater(await dueAfter(pageId), moment);
  }
  status = 503;
  expect(await keepNext(keeping())).toMatchObject({
    fault: null,
    end: { kind: "put-off", standing: "waiting" },
  });
  moment = minutesLater(1, moment);
  status = 200;
  expect(await keepNext(keeping())).toMatchObject({ end: { standing: "alive" } });
});

test("a visit that is told to stop is given back: due as before, and no attempt", async () => {
  await logLink(held.store, URL);
  const before = await dump(held.place);
  isSilent = true;
  const stopping = new AbortController();
  whenAsked = () => stopping.abort();
  expect(await keepNext(keeping(), stopping.signal)).toMatchObject({ end: { kind: "given-back" } });
  expect(await dump(held.place)).toEqual(before);
  isSilent = false;
  expect(await keepNext(keeping())).toMatchObject({ end: { kind: "stored", standing: "alive" } });
});

const REFUSE =
  engine.name === "sqlite"
    ? ["create trigger full before insert on copies begin select raise(abort, 'full'); end"]
    : [
        "create function full_disk() returns trigger as $$ begin raise exception 'full'; end $$ language plpgsql",
        "create trigger full_copies before insert on copies execute function full_disk()",
      ];

test("what cannot be stored is not fetched again at once, but in a minute, in ten, in an hour", async () => {
  const { pageId } = await logLink(held.store, URL);
  const raw = await engine.connect(held.place);
  for (const statement of REFUSE) await raw.run(statement);
  await raw.close();
  for (const wait of [1, 10, 60]) {
    await expect(keepNext(keeping())).rejects.toThrow();
    expect((await findPageRecord(held.store.read, pageId))?.link).toMatchObject({ fault: "not-stored" });
    moment = minutesLater(wait - 0.1, moment);
    expect(await keepNext(keeping())).toBeNull();
    moment = minutesLater(0.1, moment);
  }
  await expect(keepNext(keeping())).rejects.toThrow();
  expect((await findPageRecord(held.store.read, pageId))?.link).toMatchObject({ standing: "unreachable" });
  expect(asked).toBe(4);
});
