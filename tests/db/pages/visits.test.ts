import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { logEvidence } from "#db/evidence/log.ts";
import { findEvidence } from "#db/evidence/record.ts";
import { readContent, readKeptSpace } from "#db/pages/contents.ts";
import { findCopy, listCopies } from "#db/pages/copies.ts";
import { startPage } from "#db/pages/pages.ts";
import { findPageRecord } from "#db/pages/record.ts";
import { endVisit, putOff } from "#db/pages/visits.ts";
import { dump, seededStore } from "../../support/any-store.ts";
import { AGENTIC, link, value } from "../../support/changes.ts";
import { MOMENT, NOW } from "../../support/seeded.ts";
import { answer, daysLater, EVERY, PAGE, page, take, visit } from "../../support/visits.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
let evidenceId = "";
let pageId = "";
beforeEach(async () => {
  db = await seededStore();
  const { entry } = value(
    await db.store.write((tx) => logEvidence(tx, AGENTIC, link(), MOMENT, { visitAt: NOW })),
  );
  [evidenceId, pageId] = [entry.id, entry.pageId];
});

const linkNow = async () => (await findEvidence(db.store.read, evidenceId))?.link;
const copiesNow = () => listCopies(db.store.read, pageId);
const counts = async () => {
  const { contents, copies, visits } = await dump(db.place);
  return { contents: contents?.length, copies: copies?.length, visits: visits?.length };
};

test("logging waits for no visit: the link waits for its first one", async () => {
  expect(await linkNow()).toMatchObject({ standing: "waiting", since: NOW, checkedAt: null, copyId: null });
});

test("the first visit keeps the page: its bytes, text, headers, way and time", async () => {
  const found = page("What it says", {
    ...{ finalUrl: "https://example.org/report/final", redirects: [{ url: PAGE, status: 301 }] },
    headers: [
      ["content-type", "text/html"],
      ["etag", '"1"'],
      ["last-modified", "Mon, 23 Nov 2026 09:00:00 GMT"],
    ],
  });
  expect(await visit(db, NOW, found)).toMatchObject({ kind: "stored", standing: "alive" });
  const state = await linkNow();
  expect(state).toMatchObject({ standing: "alive", since: NOW, checkedAt: NOW, fault: null });
  expect(state?.copyId).toBe(state?.firstCopyId);
  const copy = await findCopy(db.store.read, state?.copyId ?? "");
  const { reading, stored, sketch, ...rest } = found;
  expect(copy).toEqual({
    ...{ ...rest, id: state?.copyId, pageId, url: PAGE, fetchedAt: NOW, details: reading?.details },
    ...{ contentSha256: found.sha256, readingFault: null, text: "What it says" },
  });
  const content = await readContent(db.store.read, found.sha256 ?? "");
  const bytes = gunzipSync(content?.bytes ?? new Uint8Array());
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(found.sha256);
  expect(content?.size).toBe(bytes.byteLength);
  expect(await readKeptSpace(db.store.read)).toBe((stored?.byteLength ?? 0) + "What it says".length);
  expect((await findPageRecord(db.store.read, pageId))?.details).toEqual(reading?.details);
  const again = await db.store.write(take(daysLater(31)));
  expect(again).toMatchObject({ etag: '"1"', lastModified: "Mon, 23 Nov 2026 09:00:00 GMT" });
  expect(sketch).toHaveLength(3);
});

test("any bytes come back as they went in", async () => {
  const stored = Buffer.from(Array.from({ length: 1024 }, (_, i) => i % 256));
  const found = page("x", { stored });
  await visit(db, NOW, found);
  const content = await readContent(db.store.read, found.sha256 ?? "");
  expect(Buffer.from(content?.bytes ?? []).equals(stored)).toBe(true);
});

describe("a second visit", () => {
  beforeEach(async () => {
    await visit(db, NOW, page("What it says", { headers: [["etag", '"1"']] }));
  });

  test("with the same bytes keeps nothing more, and notes that it was there", async () => {
    const first = await linkNow();
    expect(await visit(db, daysLater(31), page("What it says"))).toMatchObject({ standing: "alive" });
    expect(await counts()).toEqual({ contents: 1, copies: 1, visits: 2 });
    expect(await linkNow()).toEqual({ ...first, checkedAt: daysLater(31), dueAt: expect.any(Date) });
  });

  test("with the same words in other bytes keeps nothing more", async () => {
    const found = page("What it says", { sha256: "0".repeat(64) });
    const reading = { ...(found.reading ?? never()), text: "What\n it says " };
    expect(await visit(db, daysLater(31), { ...found, reading })).toMatchObject({ standing: "alive" });
    expect(await counts()).toEqual({ contents: 1, copies: 1, visits: 2 });
  });

  test("with another text makes a copy, and says since when", async () => {
    const before = await linkNow();
    expect(await visit(db, daysLater(31), page("Something else"))).toMatchObject({ standing: "changed" });
    const changed = await linkNow();
    expect(changed).toMatchObject({ standing: "changed", since: daysLater(31), checkedAt: daysLater(31) });
    expect(changed?.firstCopyId).toBe(before?.copyId);
    expect(changed?.copyId).not.toBe(before?.copyId);
    expect((await copiesNow()).map(({ id }) => id)).toEqual([changed?.copyId, before?.copyId]);
    await visit(db, daysLater(62), page("Something else again"));
    expect(await linkNow()).toMatchObject({ standing: "changed", since: daysLater(31) });
    await visit(db, daysLater(93), page("What it says"));
    expect(await linkNow()).toMatchObject({ standing: "alive", since: daysLater(93) });
    // What it says once more is content that is kept already.
    expect(await counts()).toEqual({ contents: 3, copies: 4, visits: 4 });
  });

  test("that ends elsewhere with another text says that it has moved", async () => {
    const finalUrl = "https://example.org/";
    await visit(db, daysLater(31), page("Welcome", { finalUrl }));
    expect(await linkNow()).toMatchObject({ standing: "moved", since: daysLater(31) });
    expect((await dump(db.place)).page_addresses).not.toContainEqual(
      expect.objectContaining({ link_key: "example.org" }),
    );
  });

  test("that ends elsewhere with the same text finds it alive", async () => {
    const finalUrl = "https://example.org/archive/report";
    await visit(db, daysLater(31), page("What it says", { finalUrl }));
    expect(await linkNow()).toMatchObject({ standing: "alive", since: NOW });
  });

  const elsewhere = "https://example.org/archive/report";
  test("that is led elsewhere for good to the same text says that it has moved, since when and to where", async () => {
    const redirects = [{ url: PAGE, status: 301 }];
    await visit(db, daysLater(31), page("What it says", { finalUrl: elsewhere, redirects }));
    const moved = { standing: "moved", since: daysLater(31), movedTo: elsewhere };
    expect(await linkNow()).toMatchObject(moved);
    await visit(db, daysLater(62), answer(304, { finalUrl: elsewhere, redirects }));
    expect(await linkNow()).toMatchObject({ ...moved, checkedAt: daysLater(62) });
    expect(await counts()).toMatchObject({ copies: 1 });
    const failed = { fault: "too-slow", detail: null, isRefusal: false, finalUrl: PAGE };
    const { lease } = (await db.store.write(take(daysLater(93)))) ?? never();
    await db.store.write((tx) => putOff(tx, lease, failed, { ...EVERY, now: daysLater(93) }));
    expect(await linkNow()).toMatchObject({ ...moved, fault: "too-slow" });
    await visit(db, daysLater(124), page("What it says"));
    expect(await linkNow()).toMatchObject({ standing: "alive", movedTo: null });
  });

  test.each([`${PAGE}/?utm_source=x`, PAGE.replace("https:", "http:"), PAGE.replace("//", "//www.")])(
    "that is led to the same page by another writing, %s, finds it alive",
    async (finalUrl) => {
      const redirects = [{ url: PAGE, status: 301 }];
      await visit(db, daysLater(31), page("What it says", { finalUrl, redirects }));
      expect(await linkNow()).toMatchObject({ standing: "alive", movedTo: null });
    },
  );

  test.each([404, 410])("answered %i says that it is gone, and its copy stays", async (status) => {
    const { copyId } = (await linkNow()) ?? {};
    expect(await visit(db, daysLater(31), answer(status))).toMatchObject({
      kind: "stored",
      standing: "gone",
    });
    expect(await linkNow()).toMatchObject({ standing: "gone", since: daysLater(31), copyId });
    await visit(db, daysLater(62), answer(status));
    expect(await linkNow()).toMatchObject({ since: daysLater(31), checkedAt: daysLater(62) });
    await visit(db, daysLater(93), page("What it says"));
    expect(await linkNow()).toMatchObject({ standing: "alive", since: daysLater(93), copyId });
  });

  test("answered 304 finds it as the newest copy has it", async () => {
    const before = await linkNow();
    expect(await visit(db, daysLater(31), answer(304))).toMatchObject({ kind: "stored", standing: "alive" });
    expect(await linkNow()).toEqual({ ...before, checkedAt: daysLater(31), dueAt: expect.any(Date) });
    await visit(db, daysLater(62), page("Something else"));
    await visit(db, daysLater(93), answer(304));
    expect(await linkNow()).toMatchObject({
      standing: "changed",
      since: daysLater(62),
      checkedAt: daysLater(93),
    });
    expect(await counts()).toMatchObject({ copies: 2, visits: 4 });
  });

  test.each([
    [401, "asks-for-login"],
    [403, "forbidden"],
    [451, "forbidden"],
    [429, "too-busy"],
    [500, "server-error"],
  ])("answered %i is tried again, and only then %s", async (status, fault) => {
    let now = daysLater(31);
    for (let tries = 0; tries < 3; tries++) {
      const ended = await visit(db, now, answer(status));
      expect(ended).toMatchObject({ kind: "put-off", standing: "alive" });
      if (ended.kind !== "lease-lost") now = ended.dueAt;
    }
    expect(await visit(db, now, answer(status))).toMatchObject({ kind: "put-off", standing: "unreachable" });
    expect(await linkNow()).toMatchObject({
      ...{ standing: "unreachable", since: daysLater(31), checkedAt: now, fault },
    });
  });
});

const never = (): never => {
  throw new Error("it has none");
};

describe("over the cap", () => {
  test("nothing is kept, nothing dropped, and the visit is noted", async () => {
    const found = page("What it says");
    expect(await visit(db, NOW, found, 10)).toMatchObject({ kind: "no-space", standing: "alive" });
    expect(await linkNow()).toMatchObject({ standing: "alive", copyId: null, fault: "no-space" });
    expect(await counts()).toEqual({ contents: 0, copies: 0, visits: 1 });
    expect(await visit(db, daysLater(31), found)).toMatchObject({ kind: "stored" });
    expect(await linkNow()).toMatchObject({ standing: "alive", fault: null });
    const used = await readKeptSpace(db.store.read);
    expect(await visit(db, daysLater(62), page("Something else"), used)).toMatchObject({
      ...{ kind: "no-space", standing: "changed" },
    });
    expect(await counts()).toEqual({ contents: 1, copies: 1, visits: 3 });
    expect(await readKeptSpace(db.store.read)).toBe(used);
    // Told to come again only if it has changed, the site would keep to itself what was not kept.
    expect(await db.store.write(take(daysLater(93)))).toMatchObject({ etag: null, lastModified: null });
  });

  test("what is kept already costs nothing", async () => {
    await visit(db, NOW, page("What it says"));
    const used = await readKeptSpace(db.store.read);
    const other = link({ url: "https://example.org/mirror" });
    await db.store.write((tx) => logEvidence(tx, AGENTIC, other, MOMENT, { visitAt: NOW }));
    const found = page("What it says", { finalUrl: other.url });
    expect(await visit(db, NOW, found, used)).toMatchObject({ kind: "stored", standing: "alive" });
    expect(await counts()).toEqual({ contents: 1, copies: 2, visits: 2 });
    expect(await readKeptSpace(db.store.read)).toBe(used);
  });
});

describe("pages that nobody has logged", () => {
  const start = (name: string, now = NOW) =>
    db.store.write((tx) => startPage(tx, `https://${name}.example/`, { now }));
  const found = (words: string) => (url: string) => page(words, { finalUrl: url });
  beforeEach(async () => {
    await visit(db, NOW, page("What it says"));
  });

  test("share a tenth of the space, and what is logged has the rest", async () => {
    const logged = await readKeptSpace(db.store.read);
    // Room for two of them and a half.
    const cap = 25 * logged;
    for (const kind of ["stored", "stored", "no-space"] as const) {
      await start(kind + (await counts()).visits);
      expect(await visit(db, NOW, found(`Nobody so ${(await counts()).visits}`), cap)).toMatchObject({
        kind,
      });
    }
    const waiting = link({ url: "https://logged.example/" });
    await db.store.write((tx) => logEvidence(tx, AGENTIC, waiting, MOMENT, { visitAt: NOW }));
    expect(await visit(db, NOW, found("It says so 5"), cap)).toMatchObject({ kind: "stored" });
  });

  test("are kept like any other once they are logged, and leave their share to others", async () => {
    const cap = 15 * (await readKeptSpace(db.store.read));
    const { id } = await start("first");
    await visit(db, NOW, found("Nobody so far"), cap);
    const second = await start("second");
    expect(await visit(db, NOW, found("Nobody as yet"), cap)).toMatchObject({ kind: "no-space" });
    for (const name of ["first", "second"]) {
      const evidence = link({ url: `https://${name}.example/` });
      value(
        await db.store.write((tx) => logEvidence(tx, AGENTIC, evidence, MOMENT, { visitAt: daysLater(1) })),
      );
    }
    for (const _ of [id, second.id])
      expect(
        await visit(
          db,
          daysLater(1),
          (url) => found(url.includes("first") ? "Nobody so far" : "Nobody as yet")(url),
          cap,
        ),
      ).toMatchObject({ kind: "stored", standing: "alive" });
    expect((await findPageRecord(db.store.read, second.id))?.link).toMatchObject({ fault: null });
    await start("third");
    expect(await visit(db, daysLater(2), found("Nobody at all"), cap)).toMatchObject({ kind: "stored" });
  });
});

test("of a page that is no text its headers and hash are kept", async () => {
  const found = page("", { stored: null, reading: null, sketch: null, mediaType: "image/png" });
  await visit(db, NOW, found);
  const [copy] = await copiesNow();
  expect(copy).toMatchObject({ contentSha256: null, sha256: found.sha256, mediaType: "image/png" });
  await visit(db, daysLater(31), { ...found, sha256: "0".repeat(64) });
  expect(await linkNow()).toMatchObject({ standing: "changed" });
});

test("a text that could not be read at first is added when the same bytes come again", async () => {
  await visit(db, NOW, page("What it says", { reading: null, sketch: null }));
  const [copy] = await copiesNow();
  expect((await findCopy(db.store.read, copy?.id ?? ""))?.text).toBeNull();
  expect(await visit(db, daysLater(31), page("What it says"))).toMatchObject({ standing: "alive" });
  expect((await findCopy(db.store.read, copy?.id ?? ""))?.text).toBe("What it says");
  const { contents = [] } = await dump(db.place);
  expect(await readKeptSpace(db.store.read)).toBe(Number(contents[0]?.stored_size));
});

test("a visit that fails on the way leaves nothing of it, and is taken up again", async () => {
  const due = await db.store.write(take(NOW));
  if (due === null) return never();
  const before = await dump(db.place);
  const undone = db.store.write(async (tx) => {
    await endVisit(tx, due.lease, page("What it says"), { ...EVERY, now: NOW });
    throw new Error("killed");
  });
  await expect(undone).rejects.toThrow("killed");
  expect(await dump(db.place)).toEqual(before);
  expect(await db.store.write(take(daysLater(1)))).toMatchObject({ pageId });
});

const withoutText = (nonce: string, fault: string | null = "no-text") => {
  const found = page(nonce);
  return { ...found, sketch: null, reading: found.reading && { ...found.reading, text: null, fault } };
};

test("a page without text is not called changed because its bytes vary, and is kept once", async () => {
  await visit(db, NOW, withoutText("nonce 1"));
  expect(await visit(db, daysLater(31), withoutText("nonce 2"))).toMatchObject({ standing: "alive" });
  expect(await copiesNow()).toHaveLength(1);
  expect(await visit(db, daysLater(62), page("Words"))).toMatchObject({ standing: "changed" });
});

test("a page whose reading was stopped is not called changed, and what is read at last is compared from then on", async () => {
  const stopped = (words: string) => ({ ...page(words), reading: null, sketch: null });
  await visit(db, NOW, stopped("A, nonce 1"));
  expect(await visit(db, daysLater(31), page("A"))).toMatchObject({ standing: "alive" });
  expect(await visit(db, daysLater(62), stopped("A, nonce 2"))).toMatchObject({ standing: "alive" });
  expect(await copiesNow()).toHaveLength(2);
  expect(await visit(db, daysLater(93), page("B"))).toMatchObject({ standing: "changed" });
});

test("of its headers 8 KB are kept, names and values", async () => {
  const long: readonly (readonly [string, string])[] = [
    ["content-type", "text/html"],
    ...Array.from({ length: 60 }, (_none, at) => [`x-${at}-${"n".repeat(500)}`, "a".repeat(500)] as const),
  ];
  await visit(db, NOW, page("A", { headers: long }));
  const [copy] = await copiesNow();
  expect(copy?.headers).toEqual(long.slice(0, 9));
});

test("what is not kept is written down a hundred times, and not for ever", async () => {
  const picture = (number: number) =>
    page("", {
      ...{ stored: null, reading: null, sketch: null, mediaType: "image/png" },
      sha256: `${number}`,
    });
  await visit(db, NOW, picture(0));
  for (let number = 1; number <= 105; number += 1) await visit(db, daysLater(31 * number), picture(number));
  expect(await copiesNow()).toHaveLength(100);
  expect(await linkNow()).toMatchObject({ standing: "changed" });
});
