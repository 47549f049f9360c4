import { beforeEach, describe, expect, test } from "vitest";
import { asNamed } from "#db/change/actor.ts";
import type { ChangeBasis } from "#db/change/moment.ts";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { type EvidenceDraft, type EvidenceRecord, findEvidence } from "#db/evidence/record.ts";
import type { Writer } from "#db/store.ts";
import { day } from "#domain/day.ts";
import { seededStore } from "../../support/any-store.ts";
import { AGENTIC, change, expectRefused, FIRST, HARDWARE, link, value } from "../../support/changes.ts";
import { MOMENT } from "../../support/seeded.ts";

let db: Awaited<ReturnType<typeof seededStore>>;
beforeEach(async () => {
  db = await seededStore();
});

const log = (slug: string, draft: EvidenceDraft) => (tx: Writer) => logEvidence(tx, slug, draft, MOMENT);
const correct =
  (
    id: string,
    patch: Partial<EvidenceDraft>,
    { revision = 1, reason = "a slip" }: Partial<ChangeBasis> = {},
  ) =>
  (tx: Writer) =>
    correctEvidence(asNamed(tx, "Ben"), id, patch, { revision, reason }, MOMENT);
const withdraw = (id: string) => (tx: Writer) => withdrawEvidence(tx, id, "not about it", MOMENT);

const logged = async (slug = AGENTIC, draft = link()): Promise<EvidenceRecord> =>
  value(await db.store.write(log(slug, draft))).entry;

describe("correcting evidence", () => {
  test("of the entry's own words leaves its page alone, and says only what changed", async () => {
    const { id } = await logged();
    const { answer, entries, touched } = await change(
      db,
      correct(id, { strength: "weak", title: "A report" }),
    );
    expect(value(answer)).toMatchObject({ entry: { ...link(), strength: "weak" }, alsoOn: 0 });
    const [before, after] = [{ strength: "moderate" }, { strength: "weak" }];
    expect(entries).toEqual([
      { action: "evidence-corrected", by: "Ben", reason: "a slip", before, after, subject: id },
    ]);
    expect(touched).toEqual(["evidence", "history"]);
  });

  test("of a page changes it wherever it is logged, one history entry each", async () => {
    const here = await logged();
    const there = await logged(HARDWARE);
    const patch = { title: "The report", publisher: "Example Press", publishedOn: null };
    const { answer, entries } = await change(db, correct(here.id, patch));
    expect(value(answer).alsoOn).toBe(1);
    const changed = {
      before: { title: "A report", publisher: "Example", publishedOn: "2026-10-01" },
      after: patch,
    };
    expect(entries).toEqual([
      { action: "page-corrected", by: "Ben", reason: "a slip", subject: there.id, ...changed },
      { action: "evidence-corrected", by: "Ben", reason: "a slip", subject: here.id, ...changed },
    ]);
    expect(await findEvidence(db.store.read, there.id)).toMatchObject(patch);
  });

  test("of a link moves only this entry, with its page's details", async () => {
    const here = await logged();
    const there = await logged(HARDWARE);
    const url = "https://example.org/report/2";
    const { answer, entries } = await change(db, correct(here.id, { url, title: "Report 2" }));
    expect(value(answer)).toMatchObject({ entry: link({ url, title: "Report 2" }), alsoOn: 0 });
    const before = { url: "https://example.org/report", title: "A report" };
    expect(entries).toMatchObject([
      { action: "evidence-corrected", before, after: { url, title: "Report 2" } },
    ]);
    expect(await findEvidence(db.store.read, there.id)).toEqual(there);
  });

  test("of a link to a page that is known takes that page's details", async () => {
    const here = await logged();
    const url = "https://example.org/other";
    const known = { url, title: "Another", publisher: "Elsewhere", publishedOn: null };
    const there = await logged(HARDWARE, link(known));
    const { answer, entries } = await change(db, correct(here.id, { url: `${url}/#x` }));
    expect(value(answer)).toMatchObject({ entry: { ...link(known), url: `${url}/#x` }, alsoOn: 0 });
    expect(entries).toHaveLength(1);
    expect(await findEvidence(db.store.read, there.id)).toEqual(there);
  });

  test("of a link by a form that sends every field back is no correction of the page it now leads to", async () => {
    const here = await logged();
    const url = "https://example.org/other";
    const there = await logged(HARDWARE, link({ url, title: "Another", publishedOn: null }));
    const { answer } = await change(db, correct(here.id, { ...link({ publisher: "Example Press" }), url }));
    const details = { title: "Another", publisher: "Example Press", publishedOn: null };
    expect(value(answer)).toMatchObject({ entry: { url, ...details }, alsoOn: 1 });
    expect(await findEvidence(db.store.read, there.id)).toMatchObject({ ...there, ...details, revision: 2 });
  });

  test("of a link that leads to the same page changes only how it is written", async () => {
    const { id } = await logged();
    const url = "http://example.org/report/";
    const { answer, entries, touched } = await change(db, correct(id, { url }, { reason: null }));
    expect(value(answer).entry).toMatchObject(link({ url }));
    expect(entries).toMatchObject([{ reason: null, before: { url: link().url }, after: { url } }]);
    expect(touched).toEqual(["evidence", "history"]);
  });

  test("of what the page is to the claim says what it was before, also where it is taken back", async () => {
    const { id } = await logged(AGENTIC, link({ kind: "maker", criterion: "trueIf" }));
    const { answer, entries } = await change(db, correct(id, { kind: "opinion", criterion: null }));
    expect(value(answer).entry).toMatchObject({ kind: "opinion", criterion: null });
    const [before, after] = [
      { kind: "maker", criterion: "trueIf" },
      { kind: "opinion", criterion: null },
    ];
    expect(entries).toMatchObject([{ action: "evidence-corrected", before, after }]);
  });

  test("of a link asks for a visit to the page that it now leads to, where it is told to", async () => {
    const { id } = await logged();
    const [url, visitAt] = ["https://example.org/other", MOMENT.now];
    const moved = await db.store.write((tx) => correctEvidence(tx, id, { url }, FIRST, MOMENT, { visitAt }));
    expect(value(moved).entry.link).toMatchObject({ standing: "waiting" });
    const same = await db.store.write((tx) =>
      correctEvidence(tx, id, { summary: "S" }, { ...FIRST, revision: 2 }, MOMENT, { visitAt }),
    );
    expect(value(same).entry.url).toBe(url);
  });

  test("counts one revision, on every entry that shows what was corrected", async () => {
    const here = await logged();
    const there = await logged(HARDWARE);
    const revisions = async () =>
      Promise.all([here, there].map(async ({ id }) => (await findEvidence(db.store.read, id))?.revision));
    expect(await revisions()).toEqual([1, 1]);
    await db.store.write(correct(here.id, { summary: "Of this claim alone." }));
    expect(await revisions()).toEqual([2, 1]);
    await db.store.write(correct(here.id, { title: "Of the page" }, { revision: 2 }));
    expect(await revisions()).toEqual([3, 2]);
    await logged("kernel-2x", link({ publisher: "Of the page, as logged anew" }));
    expect(await revisions()).toEqual([4, 3]);
    await db.store.write(
      correct(here.id, link({ publisher: "Of the page, as logged anew" }), { revision: 4 }),
    );
    await db.store.write(withdraw(there.id));
    expect(await revisions()).toEqual([5, 3]);
    await db.store.write(correct(here.id, { author: "Ada" }, { revision: 5 }));
    expect(await revisions(), "what is withdrawn is corrected no more").toEqual([6, 3]);
  });

  test("is refused over what its editor has not seen, with what is there now, whoever changed it and how", async () => {
    const here = await logged();
    const there = await logged(HARDWARE);
    const changes: readonly ((tx: Writer) => Promise<unknown>)[] = [
      correct(here.id, { summary: "Theirs." }),
      correct(there.id, { title: "Theirs" }),
      log("kernel-2x", link({ title: "Theirs, logged anew" })),
    ];
    for (const [done, theirs] of changes.entries()) {
      await db.store.write(theirs);
      const current = await findEvidence(db.store.read, here.id);
      expect(current?.revision).toBe(done + 2);
      for (const patch of [{ title: "Mine" }, { summary: "Mine." }, {}]) {
        const error = { kind: "conflict", code: "evidence-changed", current };
        await expectRefused(db, correct(here.id, patch, { revision: done + 1 }), error);
      }
    }
  });

  test("that changes nothing leaves no trace", async () => {
    const { id } = await logged();
    const { answer, entries, touched } = await change(db, correct(id, link()));
    expect(value(answer).entry).toMatchObject(link());
    expect({ entries, touched }).toEqual({ entries: [], touched: [] });
  });

  test("is refused where it cannot be", async () => {
    const first = await logged();
    const second = await logged(AGENTIC, link({ url: "https://example.org/second" }));
    const exists = { kind: "conflict", code: "evidence-exists", current: { id: first.id } };
    await expectRefused(db, correct(second.id, { url: first.url }), exists);
    const faults = [{ field: "publishedOn", code: "published-in-future" }];
    await expectRefused(db, correct(first.id, { publishedOn: day("2026-11-24") }), {
      kind: "invalid",
      faults,
    });
    await expectRefused(db, correct("nowhere", { title: "X" }), { kind: "not-found" });
    await db.store.write(withdraw(first.id));
    const gone = { kind: "conflict", code: "evidence-already-withdrawn", current: { id: first.id } };
    await expectRefused(db, correct(first.id, { title: "X" }), gone);
  });
});
