import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { findEvidence } from "#db/evidence/record.ts";
import { findDueHost } from "#db/pages/watches.ts";
import { type Keeping, keepNext } from "#web/keeping/keep-next.ts";
import { dump, type Held, seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";
import { minutesLater } from "../../support/visits.ts";
import { article, logLink, SPACE, webServer } from "../../support/web/logged-pages.ts";

// One server at all addresses: `/to/9/x` leads to `/x` of 127.0.0.9, which takes its time.
let open = 0;
let most = 0;
let isBusy = false;
const asked: { readonly at: string; readonly mark: string | undefined }[] = [];
const web = await webServer(async (request, response) => {
  const at = `${request.headers.host?.split(":")[0]}${request.url}`;
  asked.push({ at, mark: request.headers["if-none-match"] });
  const [, , digits, path] = /^\/(to)\/(\d+)\/(.*)$/.exec(request.url ?? "") ?? [];
  if (digits !== undefined)
    return response.writeHead(302, { location: `http://127.0.0.${digits}:${web.port}/${path}` }).end();
  if (isBusy) return response.writeHead(503, { "retry-after": "3600" }).end();
  open += 1;
  most = Math.max(most, open);
  await wait(700);
  open -= 1;
  response.writeHead(200, { "content-type": "text/html", etag: '"1"' }).end(article(`At ${at}`));
});
const at = (digits: number, path: string) => `http://127.0.0.${digits}:${web.port}${path}`;

let held: Held;
let moment = NOW;
beforeEach(async () => {
  held = await seededStore();
  [moment, open, most, isBusy] = [NOW, 0, 0, false];
  asked.length = 0;
});
const keep = () => {
  const keeping: Keeping = {
    ...{ store: held.store, policy: web.policy, cap: SPACE, everyDays: 30, now: () => moment },
  };
  return keepNext(keeping);
};
const linkOf = async (id: string) => (await findEvidence(held.store.read, id))?.link;

test("a host that two links lead to is asked one thing at a time: the other comes back in a minute", async () => {
  const [one, two] = [
    await logLink(held.store, at(10, "/to/9/a")),
    await logLink(held.store, at(11, "/to/9/b")),
  ];
  await Promise.all([keep(), keep()]);
  expect(most).toBe(1);
  const links = [await linkOf(one.id), await linkOf(two.id)];
  expect(links.map((link) => link?.standing).toSorted()).toEqual(["alive", "waiting"]);
  const later = links.find((link) => link?.standing === "waiting");
  expect(later).toMatchObject({ fault: "waits-for-host", dueAt: minutesLater(1) });
  // It was no try in vain, and no turn is left behind.
  const { watches = [], hosts = [] } = await dump(held.place);
  expect(watches.map((row) => Number(row.attempts))).toEqual([0, 0]);
  expect(hosts.map((row) => row.lease)).toEqual(hosts.map(() => null));
  moment = minutesLater(1);
  await keep();
  expect([await linkOf(one.id), await linkOf(two.id)]).toMatchObject([
    { standing: "alive", fault: null },
    { standing: "alive", fault: null },
  ]);
  expect(await findDueHost(held.store.read, minutesLater(60))).toBeUndefined();
});

test("a host that is led through others is reached in one visit, each asked once", async () => {
  const { id } = await logLink(held.store, at(10, "/to/11/to/9/a"));
  await keep();
  expect(asked.map((one) => one.at)).toEqual(["127.0.0.10/to/11/to/9/a", "127.0.0.11/to/9/a", "127.0.0.9/a"]);
  expect(await linkOf(id)).toMatchObject({ standing: "alive" });
  const { copies = [] } = await dump(held.place);
  expect(copies[0]).toMatchObject({ url: at(10, "/to/11/to/9/a"), final_url: at(9, "/a") });
});

test("links that lead round in a circle of hosts end as too many redirects", async () => {
  // Each asks for the same way again: 10 leads to 11, and that to 10, by a path that never gets shorter.
  const path = "/to/11/to/10".repeat(4);
  const { id } = await logLink(held.store, at(10, path));
  await keep();
  expect(asked).toHaveLength(6);
  expect(await linkOf(id)).toMatchObject({ standing: "refused", fault: "too-many-redirects" });
});

test("whoever asked to be left alone is, also where it was led to, and the others are not", async () => {
  isBusy = true;
  const led = await logLink(held.store, at(8, "/to/9/a"));
  await keep();
  isBusy = false;
  const [own, other, ledToo] = [
    await logLink(held.store, at(9, "/b")),
    await logLink(held.store, at(8, "/c")),
    await logLink(held.store, at(10, "/to/9/d")),
  ];
  moment = minutesLater(2);
  const before = asked.length;
  for (let visits = 0; visits < 4; visits++) await keep();
  expect(
    asked
      .slice(before)
      .map((one) => one.at)
      .toSorted(),
  ).toEqual(["127.0.0.10/to/9/d", "127.0.0.8/c"]);
  expect((await linkOf(other.id))?.standing).toBe("alive");
  for (const { id } of [led, own, ledToo]) expect((await linkOf(id))?.standing).toBe("waiting");
  expect((await linkOf(ledToo.id))?.dueAt).toEqual(minutesLater(60));
});

test("the marks of a copy are told to no host but the link's own", async () => {
  await logLink(held.store, at(10, "/to/9/a"));
  await logLink(held.store, at(12, "/a"));
  await keep();
  await keep();
  asked.length = 0;
  moment = minutesLater(60 * 24 * 31);
  await keep();
  await keep();
  const marks = asked.map((one) => `${one.at} ${one.mark ?? "none"}`).toSorted();
  expect(marks).toEqual(["127.0.0.10/to/9/a none", '127.0.0.12/a "1"', "127.0.0.9/a none"]);
});
