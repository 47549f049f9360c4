import { beforeEach, describe, expect, test } from "vitest";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { type EvidenceDraft, type EvidenceRecord, findEvidence, listEvidence } from "#db/evidence/record.ts";
import type { Writer } from "#db/store.ts";
import { day } from "#domain/day.ts";
import { seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, expectRefused, HARDWARE, link, value } from "../../support/changes.ts";
import { MOMENT, NOW, TODAY } from "../../support/seeded.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const log = (slug: string, draft: EvidenceDraft) => (tx: Writer) => logEvidence(tx, slug, draft, MOMENT);
const withdraw = (id: string) => (tx: Writer) => withdrawEvidence(tx, id, "not about it", MOMENT);

const logged = async (slug = AGENTIC, draft = link()): Promise<EvidenceRecord> =>
  value(await db.store.write(log(slug, draft))).entry;

describe("logging evidence", () => {
  test("keeps it as typed and writes one history entry", async () => {
    const draft = link({ url: "HTTP://Example.org/report/?utm_source=x&b=2#top" });
    const { answer, entries, touched } = await change(db, log(AGENTIC, draft));
    const { entry, alsoOn } = value(answer);
    const stored = { ...draft, forecast: AGENTIC, by: "Ada", recordedAt: NOW, withdrawnAt: null };
    expect(entry).toMatchObject(stored);
    expect(alsoOn).toBe(0);
    expect(entries).toEqual([
      { action: "evidence-logged", by: "Ada", reason: null, before: null, after: draft, subject: entry.id },
    ]);
    expect(touched).toEqual(["evidence", "history", "page_addresses", "pages"]);
  });

  test("the same page on another forecast shares its details, and says so where they change", async () => {
    const first = await logged();
    const draft = link({ url: "http://example.org/report#x", title: "The report", stance: "contradicts" });
    const { answer, entries } = await change(db, log(HARDWARE, draft));
    const { entry, alsoOn } = value(answer);
    expect(alsoOn).toBe(1);
    expect(entries).toMatchObject([
      {
        action: "page-corrected",
        before: { title: "A report" },
        after: { title: "The report" },
        subject: first.id,
      },
      { action: "evidence-logged", before: null, after: draft, subject: entry.id },
    ]);
    expect(await findEvidence(db.store.read, first.id)).toMatchObject({
      title: "The report",
      stance: "supports",
    });
  });

  test("an unknown date does not erase a known one", async () => {
    await logged();
    const { answer, entries } = await change(db, log(HARDWARE, link({ publishedOn: null })));
    expect(value(answer).entry.publishedOn).toBe("2026-10-01");
    expect(entries).toMatchObject([{ action: "evidence-logged", after: { publishedOn: "2026-10-01" } }]);
  });

  test.each([
    ["https://example.org/report"],
    ["http://EXAMPLE.org:80/report/"],
    ["https://example.org/report?fbclid=1&utm_medium=x#part"],
  ])("is refused when the page is on the forecast already, as %s", async (url) => {
    const first = await logged();
    const current = { id: first.id };
    await expectRefused(db, log(AGENTIC, link({ url })), {
      kind: "conflict",
      code: "evidence-exists",
      current,
    });
  });

  test("keeps for each entry what the page is to its claim, which criterion it speaks to and where a copy is", async () => {
    const said = {
      kind: "maker",
      criterion: "falseIf",
      archiveUrl: "https://web.archive.org/web/2026/https://example.org/report",
    } as const;
    const first = await logged(AGENTIC, link(said));
    const { answer, entries } = await change(db, log(HARDWARE, link({ kind: "secondary" })));
    expect(first).toMatchObject(said);
    expect(value(answer).entry).toMatchObject({ kind: "secondary", criterion: null, archiveUrl: null });
    expect(value(answer).entry.pageId).toBe(first.pageId);
    expect(entries).toEqual([expect.objectContaining({ after: { ...link(), kind: "secondary" } })]);
    expect(await findEvidence(db.store.read, first.id)).toEqual(first);
  });

  test("asks for a visit only where it is told to", async () => {
    expect((await logged()).link).toBeNull();
    const { touched, answer } = await change(db, (tx) =>
      logEvidence(tx, HARDWARE, link(), MOMENT, { visitAt: NOW }),
    );
    expect(value(answer).entry.link).toMatchObject({ standing: "waiting", since: NOW, checkedAt: null });
    expect(touched).toEqual(["evidence", "history", "hosts", "watches"]);
  });

  test("is refused for a page of tomorrow, and taken for one of today", async () => {
    const fault = { field: "publishedOn", code: "published-in-future", day: TODAY };
    const draft = link({ publishedOn: day("2026-11-24") });
    await expectRefused(db, log(AGENTIC, draft), { kind: "invalid", faults: [fault] });
    expect(await logged(AGENTIC, link({ publishedOn: TODAY }))).toMatchObject({ publishedOn: TODAY });
  });

  test("is refused for a forecast that there is not", async () => {
    await expectRefused(db, log("no-such-forecast", link()), { kind: "not-found" });
  });

  test("takes a page again whose entry was withdrawn", async () => {
    const first = await logged();
    await db.store.write(withdraw(first.id));
    const again = await logged();
    expect(again.id).not.toBe(first.id);
    const ids = (await listEvidence(db.store.read, AGENTIC)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([first.id, again.id]));
  });
});

describe("withdrawing evidence", () => {
  test("keeps it readable with who, when and why, and writes one history entry", async () => {
    const { id } = await logged();
    const { answer, entries, touched } = await change(db, withdraw(id));
    const withdrawn = { withdrawnAt: NOW, withdrawnBy: "Ada", withdrawalReason: "not about it" };
    expect(value(answer).entry).toMatchObject({ ...link(), ...withdrawn });
    expect(await findEvidence(db.store.read, id)).toMatchObject({ ...link(), ...withdrawn });
    expect(entries).toEqual([
      {
        action: "evidence-withdrawn",
        by: "Ada",
        reason: "not about it",
        before: link(),
        after: null,
        subject: id,
      },
    ]);
    expect(touched).toEqual(["evidence", "history"]);
  });

  test("is refused a second time, and where there is none", async () => {
    const { id } = await logged();
    await db.store.write(withdraw(id));
    const gone = { kind: "conflict", code: "evidence-already-withdrawn", current: { id } };
    await expectRefused(db, withdraw(id), gone);
    await expectRefused(db, withdraw("nowhere"), { kind: "not-found" });
  });
});
