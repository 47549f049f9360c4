import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { correctEvidence } from "#db/evidence/correct.ts";
import { logEvidence, withdrawEvidence } from "#db/evidence/log.ts";
import { type EvidenceDraft, findEvidence } from "#db/evidence/record.ts";
import type { CitedText } from "#db/forecasts/citations.ts";
import { giveVerdict, listVerdicts, type VerdictDraft } from "#db/verdicts/give.ts";
import { connectTo, dump, engine, type Held, seededStore } from "../../support/any-store.ts";
import { AGENTIC, HARDWARE, judgement, link, value } from "../../support/changes.ts";
import { MOMENT } from "../../support/seeded.ts";

let db: Held;
beforeEach(async () => {
  db = await seededStore();
});

const log = async (draft: EvidenceDraft, slug = AGENTIC) =>
  value(await db.store.write((tx) => logEvidence(tx, slug, draft, MOMENT))).entry.id;
async function correct(id: string, patch: Partial<EvidenceDraft>) {
  const { revision = 0 } = (await findEvidence(db.store.read, id)) ?? {};
  const basis = { revision, reason: "a slip" };
  return value(await db.store.write((tx) => correctEvidence(tx, id, patch, basis, MOMENT))).entry;
}
const withdraw = async (id: string) =>
  value(await db.store.write((tx) => withdrawEvidence(tx, id, "not about it", MOMENT)));
async function judge(evidenceIds: readonly string[], more: Partial<VerdictDraft> = {}) {
  const draft = judgement({ evidenceIds, withoutEvidenceReason: null, ...more });
  return value(await db.store.write((tx) => giveVerdict(tx, AGENTIC, draft, MOMENT)));
}
const citationsNow = async () =>
  (await listVerdicts(db.store.read, AGENTIC)).map(({ citations }) => citations);

const said = (draft: EvidenceDraft): CitedText => {
  const { url, title, publisher, publishedOn, stance, strength, summary } = draft;
  const { author = null, kind = null, criterion = null, archiveUrl = null } = draft;
  return {
    url,
    title,
    publisher,
    publishedOn,
    stance,
    strength,
    summary,
    author,
    kind,
    criterion,
    archiveUrl,
  };
};
const asIs = { changedSince: false, withdrawnSince: false, asCited: null };

describe("a verdict keeps what it rested on", () => {
  test("as it is, while nobody changes it", async () => {
    const evidence = await log(link());
    await correct(evidence, { summary: "Read again." });
    expect((await judge([evidence])).citations).toEqual([{ evidence, revision: 2, ...asIs }]);
    expect(await citationsNow()).toEqual([[{ evidence, revision: 2, ...asIs }]]);
  });

  const first = link({ author: "Ada L.", kind: "maker" });
  test.each<[string, (id: string) => Promise<unknown>, object]>([
    ["its words are corrected", (id) => correct(id, { summary: "Other." }), { changedSince: true }],
    [
      "what was said of it is taken back",
      (id) => correct(id, { kind: null, criterion: "trueIf" }),
      { changedSince: true },
    ],
    [
      "its page is corrected on another forecast",
      async () => correct(await log(first, HARDWARE), { title: "Other", author: "Ben" }),
      { changedSince: true },
    ],
    [
      "its page is logged anew under other details",
      () => log({ ...first, publisher: "Other" }, HARDWARE),
      { changedSince: true },
    ],
    [
      "it is moved to another page",
      (id) => correct(id, { url: "https://example.org/other", title: "Other" }),
      { changedSince: true },
    ],
    ["it is withdrawn", withdraw, { withdrawnSince: true }],
    [
      "it is withdrawn, and its page corrected after that",
      async (id) => {
        await withdraw(id);
        await correct(await log(first, HARDWARE), { title: "After all that" });
      },
      { withdrawnSince: true },
    ],
    [
      "it is corrected again and again, withdrawn, and its page corrected after that",
      async (id) => {
        await correct(id, { summary: "Other.", strength: "weak" });
        await correct(id, { summary: "Yet another.", title: "Other", publishedOn: null });
        await withdraw(id);
        await correct(await log({ ...first, title: "Other" }, HARDWARE), { title: "After all that" });
      },
      { changedSince: true, withdrawnSince: true },
    ],
  ])("as it was, where %s", async (_what, change, marks) => {
    const evidence = await log(first);
    await judge([evidence]);
    await change(evidence);
    const citation = { evidence, revision: 1, ...asIs, ...marks, asCited: said(first) };
    expect(await citationsNow()).toEqual([[citation]]);
  });

  test("each verdict as it saw it, beside what is as it was", async () => {
    const [changed, same] = [await log(link()), await log(link({ url: "https://example.org/2" }))];
    const { id } = await judge([changed, same]);
    await correct(changed, { summary: "Second." });
    await judge([changed], { replaces: id, replacesReason: "R" });
    await correct(changed, { summary: "Third." });
    const [earlier, standing] = await citationsNow();
    const of = (revision: number, summary: string) => ({
      ...{ evidence: changed, revision, changedSince: true, withdrawnSince: false },
      asCited: said(link({ summary })),
    });
    expect(earlier).toHaveLength(2);
    expect(earlier).toEqual(
      expect.arrayContaining([of(1, link().summary), { evidence: same, revision: 1, ...asIs }]),
    );
    expect(standing).toEqual([of(2, "Second.")]);
  });
});

/** How the step that began to count works out a revision, from its opening to its closing bracket. */
function counted(table: string): string {
  const folder = engine.name === "sqlite" ? "sqlite" : "postgres";
  const step = readFileSync(`drizzle/${folder}/0011_evidence_revisions.sql`, "utf8");
  const column = table === "evidence" ? "id" : "evidence_id";
  const place = step.indexOf(`"c"."subject_id" = "${table}"."${column}"`);
  const start = step.lastIndexOf("1 + (", place);
  let depth = 0;
  for (let end = step.indexOf("(", start); end < step.length; end++) {
    if (step[end] === "(") depth += 1;
    if (step[end] === ")") depth -= 1;
    if (depth === 0) return step.slice(start, end + 1);
  }
  throw new Error("no such step");
}

test("a database from before there were revisions is counted from its history", async () => {
  const [here, there] = [await log(link()), await log(link(), HARDWARE)];
  await correct(here, { summary: "Second." });
  const { id } = await judge([here]);
  await correct(there, { title: "Third of here, second of there" });
  await judge([here], { replaces: id, replacesReason: "R" });
  await correct(here, { summary: "Fourth." });
  await withdraw(there);
  const { evidence = [], citations = [] } = await dump(db.place);
  const [verdicts, told] = [
    await listVerdicts(db.store.read, AGENTIC),
    citations.map((row) => Number(row.revision)),
  ];
  expect(told.toSorted()).toEqual([2, 3]);
  expect(evidence.filter((row) => Number(row.revision) > 1).map((row) => Number(row.revision))).toHaveLength(
    2,
  );

  const connection = await connectTo(db.place);
  for (const table of ["evidence", "citations"]) await connection.run(`update ${table} set revision = 1`);
  expect((await dump(db.place)).citations).not.toEqual(citations);
  for (const table of ["evidence", "citations"])
    await connection.run(`update ${table} set revision = ${counted(table)}`);
  expect(await dump(db.place)).toMatchObject({ evidence, citations });
  expect(await listVerdicts(db.store.read, AGENTIC)).toEqual(verdicts);
});
