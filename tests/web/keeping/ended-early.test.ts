import { beforeEach, expect, test } from "vitest";
import { findPageRecord } from "../../../db/pages/record.ts";
import { type Keeping, keepNext } from "../../../web/keeping/keep-next.ts";
import { dump, engine, type Held, seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";
import { minutesLater, take } from "../../support/visits.ts";
import { article, logLink, SPACE, webServer } from "../../support/web/logged-pages.ts";

let asked = 0;
let isSilent = false;
let whenAsked = () => {};
const web = await webServer((_request, response) => {
  asked += 1;
  whenAsked();
  if (!isSilent) response.writeHead(200, { "content-type": "text/html" }).end(article("A page"));
});
const URL = `http://127.0.0.1:${web.port}/page`;

let held: Held;
let moment = NOW;
beforeEach(async () => {
  held = await seededStore();
  [asked, isSilent, whenAsked, moment] = [0, false, () => {}, NOW];
});
const keeping = (): Keeping => ({
  ...{ store: held.store, policy: web.policy, cap: SPACE, everyDays: 30, now: () => moment },
});

test("a page whose visits end the process each time is given up, with the reason, and not visited for ever", async () => {
  const { pageId } = await logLink(held.store, URL);
  for (let death = 0; death < 10; death += 1) {
    expect(await held.store.write(take(moment))).toMatchObject({ pageId, attempts: death });
    moment = minutesLater(2, moment);
  }
  expect(await keepNext(keeping())).toMatchObject({ fault: "stopped", end: { standing: "unreachable" } });
  expect(asked).toBe(0);
  expect((await findPageRecord(held.store.read, pageId))?.link).toMatchObject({ fault: "stopped" });
  expect(await keepNext(keeping())).toBeNull();
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
