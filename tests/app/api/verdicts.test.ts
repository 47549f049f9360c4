import { describe, expect, it } from "vitest";
import { AGENTIC, countRows, get, type Json, patch, post, serveSeededDatabase } from "./api.ts";
import { anEvidenceIdOf, aVerdict, aVerdictCiting, evidenceIdsOf } from "./bodies.ts";

serveSeededDatabase();

const VERDICTS = `/forecasts/${AGENTIC}/verdicts`;
const give = (more: object = {}) => post(VERDICTS, { ...aVerdict, ...more });
const withdraw = (id: string, reason = "given too early") => post(`${VERDICTS}/${id}/withdrawal`, { reason });
const forecast = async () => (await get(`/forecasts/${AGENTIC}`)).body;
const history = async () => (await get(`/forecasts/${AGENTIC}/history?limit=1`)).body.items[0];

describe("the life of a verdict", () => {
  it("is given, and the forecast is resolved wherever it shows", async () => {
    const cited = await anEvidenceIdOf();
    expect((await forecast()).status).toBe("due");
    const { status, body } = await post(VERDICTS, { ...aVerdictCiting(cited), by: "Ana" });
    expect(status).toBe(201);
    const { ending, against, withoutEvidenceReason, alreadyJudgeable, ...standing } = body;
    expect([ending, withoutEvidenceReason, alreadyJudgeable]).toEqual([null, null, false]);
    expect(await forecast()).toMatchObject({ status: "resolved", verdict: standing, verdicts: [body] });
    for (const path of ["/forecasts?status=resolved", "/timeline?outcome=partly"]) {
      const { items } = (await get(path)).body;
      expect(items.map(({ slug, verdict }: Json) => [slug, verdict])).toEqual([[AGENTIC, standing]]);
    }
    const speaker = (await get("/speakers")).body.items.find(({ slug }: Json) => slug === "tri-dao");
    expect(speaker.standing).toMatchObject({ byOutcome: { partly: 1 }, byStatus: { resolved: 1 } });
    expect(await history()).toMatchObject({
      action: "verdict-given",
      by: "Ana",
      after: { evidenceIds: [cited] },
    });
  });

  it("says of what it cites which revision that was, and what it said where it says that no more", async () => {
    const cited = await anEvidenceIdOf();
    const { title, summary } = (await get(`/evidence/${cited}`)).body;
    const asIs = { evidence: cited, revision: 1, changedSince: false, withdrawnSince: false, asCited: null };
    expect((await post(VERDICTS, aVerdictCiting(cited))).body.citations).toEqual([asIs]);
    await patch(`/evidence/${cited}`, { revision: 1, title: "Other", summary: "Other." });
    await post(`/evidence/${cited}/withdrawal`, { reason: "R" });
    const changed = { ...asIs, changedSince: true, withdrawnSince: true };
    const { verdict, verdicts } = await forecast();
    const [listed] = (await get("/forecasts?status=resolved")).body.items;
    for (const { evidenceIds, citations } of [verdict, verdicts[0], listed.verdict]) {
      expect(evidenceIds).toEqual([cited]);
      expect(citations).toEqual([{ ...changed, asCited: expect.objectContaining({ title, summary }) }]);
    }
  });

  it("is refused beside one that stands: 409 with that one", async () => {
    const { body: first } = await give();
    const before = await countRows();
    for (const more of [{}, { replaces: "none", replacesReason: "because" }]) {
      const second = await give(more);
      expect([second.status, second.body.current]).toEqual([409, first]);
    }
    expect(await countRows()).toEqual(before);
  });

  it("is refused when the forecast was changed since the revision it names: 409 with how it stands now", async () => {
    const { revision } = await forecast();
    const change = { revision, claim: { en: "Put otherwise" }, reason: "Misheard." };
    expect((await patch(`/forecasts/${AGENTIC}`, change)).status).toBe(200);
    const before = await countRows();
    const { status, body } = await give({ revision });
    expect([status, body.detail]).toEqual([
      409,
      expect.stringMatching(/Look at what changed, then judge again/),
    ]);
    expect(body.current).toMatchObject({ revision: revision + 1, claim: { en: "Put otherwise" } });
    expect(await countRows()).toEqual(before);
    for (const seen of [{ revision: revision + 1 }, { revision: null }, {}]) {
      const { status, body } = await give(seen);
      expect(status).toBe(201);
      await withdraw(body.id);
    }
  });

  it("is replaced with a reason, and the earlier one stays readable with how it ended", async () => {
    const { body: first } = await give();
    const { status, body: second } = await give({
      outcome: "unclear",
      happenedOn: null,
      replaces: first.id,
      replacesReason: "a new study",
      by: "Ben",
    });
    expect(status).toBe(201);
    const ending = { kind: "replaced", at: second.recordedAt, by: "Ben", reason: "a new study" };
    expect((await get(VERDICTS)).body.items).toEqual([{ ...first, ending }, second]);
    expect((await forecast()).verdict).toMatchObject({ id: second.id, outcome: "unclear" });
    expect(await history()).toMatchObject({
      action: "verdict-replaced",
      reason: "a new study",
      before: { outcome: "partly" },
      after: { outcome: "unclear" },
    });
    const late = await give({ replaces: first.id, replacesReason: "too late" });
    expect([late.status, late.body.current]).toEqual([409, second]);
    expect((await withdraw(first.id)).body.current).toEqual(second);
  });

  it("is withdrawn with a reason; none stands then, and an earlier one does not come back", async () => {
    const { body: first } = await give();
    const { body: second } = await give({ replaces: first.id, replacesReason: "a new study" });
    const withdrawn = await post(`${VERDICTS}/${second.id}/withdrawal`, {
      reason: "given too early",
      by: "Ben",
    });
    expect(withdrawn.status).toBe(201);
    const ending = { kind: "withdrawn", at: expect.any(String), by: "Ben", reason: "given too early" };
    expect(withdrawn.body).toEqual({ ...second, ending });
    expect(await forecast()).toMatchObject({ status: "due", verdict: null });
    expect((await get(VERDICTS)).body.items[1]).toEqual(withdrawn.body);
    expect(await history()).toMatchObject({
      action: "verdict-withdrawn",
      by: "Ben",
      reason: "given too early",
    });
    const before = await countRows();
    for (const again of [await withdraw(second.id), await withdraw(first.id)]) {
      expect([again.status, again.body.current]).toEqual([409, null]);
    }
    const stale = await give({ replaces: second.id, replacesReason: "I saw it standing" });
    expect([stale.status, stale.body.current]).toEqual([409, null]);
    expect(await countRows()).toEqual(before);
    expect((await give()).status).toBe(201);
  });

  it("is found under its own forecast only", async () => {
    const { body: given } = await give();
    for (const path of [
      `/forecasts/kernel-2x/verdicts/${given.id}`,
      `${VERDICTS}/none`,
      "/forecasts/none/verdicts/x",
    ]) {
      expect((await post(`${path}/withdrawal`, { reason: "x" })).status).toBe(404);
    }
    expect((await post("/forecasts/none/verdicts", aVerdict)).status).toBe(404);
    expect((await forecast()).verdict.id).toBe(given.id);
  });
});

describe("what a verdict cites", () => {
  it("is evidence of that forecast that has not been withdrawn", async () => {
    const [first = "", second = "", third = ""] = await evidenceIdsOf(AGENTIC);
    await post(`/evidence/${second}/withdrawal`, { reason: "not this one" });
    const before = await countRows();
    const theirs = await anEvidenceIdOf("kernel-2x");
    for (const [ids, code] of [
      [[first, theirs], "evidence-not-of-forecast"],
      [["none"], "evidence-not-of-forecast"],
      [[first, second], "evidence-withdrawn"],
    ] as const) {
      const refused = await post(VERDICTS, aVerdictCiting(...ids));
      expect(refused.status).toBe(422);
      expect(refused.body.errors).toMatchObject([{ field: "evidenceIds", code }]);
    }
    expect(await countRows()).toEqual(before);
    const given = await post(VERDICTS, aVerdictCiting(first, third));
    expect(new Set(given.body.evidenceIds)).toEqual(new Set([first, third]));
  });

  it("may be withdrawn later: the verdict stands, and the entry is marked", async () => {
    const cited = await anEvidenceIdOf();
    await post(VERDICTS, aVerdictCiting(cited));
    expect((await post(`/evidence/${cited}/withdrawal`, { reason: "retracted" })).status).toBe(201);
    const { status, verdict, evidence } = await forecast();
    expect([status, verdict.evidenceIds]).toEqual(["resolved", [cited]]);
    expect(evidence.find(({ id }: Json) => id === cited).withdrawalReason).toBe("retracted");
  });
});

it("100 times two verdicts at the same moment: one is given, the other is told of it", async () => {
  for (let round = 0; round < 100; round++) {
    const before = await countRows();
    const answers = await Promise.all([
      give({ by: "Ana" }),
      give({ by: "Ben", outcome: "unclear", happenedOn: null }),
    ]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([201, 409]);
    expect(lost?.body.current).toEqual(won?.body);
    expect(await countRows()).toEqual({
      ...before,
      verdicts: before.verdicts + 1,
      history: before.history + 1,
    });
    expect((await withdraw(won?.body.id)).status).toBe(201);
  }
});

describe("a review", () => {
  const UNDATED = "openai-google-agentic-parity-soon";
  const review = (slug: string, reviewOn = "2027-06-01") =>
    post(`/forecasts/${slug}/reviews`, { reviewOn, note: "Looked; still apart.", by: "Ana" });

  it("sets the next review date, and the history says so", async () => {
    expect((await get(`/forecasts/${UNDATED}`)).body.status).toBe("review");
    expect((await review(UNDATED)).status).toBe(201);
    expect((await get(`/forecasts/${UNDATED}`)).body).toMatchObject({
      status: "watching",
      reviewOn: "2027-06-01",
    });
    expect((await get("/history?limit=1")).body.items[0]).toMatchObject({
      action: "review-set",
      forecast: UNDATED,
      reason: "Looked; still apart.",
      before: { reviewOn: "2026-09-10" },
      after: { reviewOn: "2027-06-01" },
    });
  });

  it("is refused for a dated forecast, a day not ahead, an unknown forecast and one that is resolved", async () => {
    const given = await post(`/forecasts/${UNDATED}/verdicts`, aVerdict);
    expect(given.status).toBe(201);
    const before = await countRows();
    const [dated, resolved] = [await review(AGENTIC), await review(UNDATED)];
    expect(dated.body.errors).toMatchObject([{ field: "reviewOn", code: "review-has-due-date" }]);
    expect([resolved.status, resolved.body.current]).toEqual([409, given.body]);
    const today = await review("moe-ever-sparser", "2026-11-23");
    expect(today.body.errors).toMatchObject([{ field: "reviewOn", code: "review-not-ahead" }]);
    expect([dated.status, today.status, (await review("none")).status]).toEqual([422, 422, 404]);
    expect(await countRows()).toEqual(before);
  });
});
