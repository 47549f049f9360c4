import { describe, expect, it } from "vitest";
import { AGENTIC, get, type Json, post, send, serveSeededDatabase } from "./api.ts";
import { anEvidence, anEvidenceIdOf, aVerdict, aVerdictCiting } from "./bodies.ts";

serveSeededDatabase();

const ITEM =
  "slug claim speaker source saidOn horizon dueFrom dueBy graceBy reviewOn status verdict evidenceCounts";
const EVIDENCE =
  "id forecast url title publisher author publishedOn stance strength summary kind criterion archiveUrl page revision recordedAt by withdrawnAt withdrawalReason link passage";
const STANDING = "id outcome happenedOn knownOn recordedAt by rationale evidenceIds citations timing";
const VERDICT = `${STANDING} withoutEvidenceReason alreadyJudgeable against ending`;
const HISTORY = "id at by action forecast reason before after";
const REVIEW = "id forecast previousReviewOn reviewOn note recordedAt by";
const COUNTS = "forecasts byStatus byOutcome recordedLate";

const sorted = (names: string) => names.split(" ").toSorted();
const keysOf = (value: Json) => Object.keys(value).toSorted();
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe("an answer has exactly the keys it is promised to have", () => {
  it("a list of forecasts", async () => {
    const { status, headers, body } = await get("/forecasts?limit=100");
    expect([status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      200,
      "application/json",
      "no-cache",
    ]);
    expect(keysOf(body)).toEqual(["items", "nextCursor"]);
    expect(body.nextCursor).toBeNull();
    expect(body.items).toHaveLength(22);
    for (const item of body.items) {
      expect(keysOf(item)).toEqual(sorted(ITEM));
      expect(keysOf(item.claim)).toEqual(["en", "zh-Hant"]);
      expect(keysOf(item.speaker)).toEqual(["name", "slug"]);
      expect(keysOf(item.source)).toEqual(["slug", "title", "url"]);
      expect(keysOf(item.horizon)).toEqual(["lang", "note", "words"]);
      expect(keysOf(item.evidenceCounts)).toEqual(["context", "contradicts", "supports"]);
      expect(item.saidOn).toBe("2025-09-10");
    }
  });

  it("one forecast", async () => {
    await post(`/forecasts/${AGENTIC}/verdicts`, { ...aVerdict, by: "Ana" });
    const { status, body } = await get(`/forecasts/${AGENTIC}`);
    expect(status).toBe(200);
    const more =
      "quote lang negative section confidence criteria relations tags evidence verdicts revision recordedAt recordedLate withdrawal balance readiness";
    expect(keysOf(body)).toEqual(sorted(`${ITEM} ${more}`));
    expect(body.quote).toBe("預計會成為未來一年左右的主流");
    expect(keysOf(body.section)).toEqual(["lang", "note", "words"]);
    expect(keysOf(body.criteria)).toEqual(
      sorted("trueIf partlyIf falseIf cannotBeJudgedIf whereToLook finePrint"),
    );
    expect(keysOf(body.criteria.trueIf)).toEqual(["en", "zh-Hant"]);
    expect(keysOf(body.evidence[0])).toEqual(sorted(EVIDENCE));
    expect(keysOf(body.verdict)).toEqual(sorted(STANDING));
    expect(keysOf(body.verdict.timing)).toEqual(["days", "kind"]);
    expect(keysOf(body.verdicts[0])).toEqual(sorted(VERDICT));
    expect(body.tags).toEqual(["adoption", "agents", "workloads"]);
    for (const relation of body.relations)
      expect(keysOf(relation)).toEqual(["direction", "forecast", "kind"]);
    expect(body.relations.length).toBeGreaterThan(0);
  });

  it("what the evidence on a forecast adds up to", async () => {
    const { body } = await get("/forecasts/kernel-generation-breakthrough-1-2y");
    const { balance, readiness } = body;
    expect(keysOf(balance)).toEqual(
      sorted("counts kinds publishersFor publishersAgainst notIndependent steps"),
    );
    expect(balance.counts.contradicts).toEqual({ weak: 0, moderate: 0, strong: 2 });
    expect(keysOf(balance.kinds)).toEqual(sorted("primary secondary maker opinion unsaid"));
    expect([balance.publishersFor, balance.publishersAgainst]).toEqual([1, 2]);
    expect(keysOf(balance.steps[0])).toEqual(sorted("on supports contradicts evidenceIds"));
    expect(balance.steps[0]).toMatchObject({ on: "2026-03-25", supports: 1, contradicts: 0 });
    expect(readiness.map(({ code }: Json) => code)).toEqual([
      "two-publishers",
      "dated-from-end",
      "true-if",
      "partly-if",
      "false-if",
      "strong-answered",
    ]);
    expect(readiness[0]).toEqual({
      code: "two-publishers",
      isMet: true,
      publishersFor: 1,
      publishersAgainst: 2,
    });
    expect(readiness[1]).toEqual({
      code: "dated-from-end",
      isMet: false,
      from: "2027-09-10",
      is: "window-end",
      isAhead: true,
    });
    expect(keysOf(readiness[2])).toEqual(sorted("code isMet criterion entries"));
    expect(keysOf(readiness[5])).toEqual(sorted("code isMet unanswered"));
  });

  it("the odds", async () => {
    const { status, body } = await get(
      "/forecasts/kernel-generation-breakthrough-1-2y/odds?start=70&strong=8.5",
    );
    expect(status).toBe(200);
    const names =
      "forecast start statedConfidence ratios steps startOdds factorFor factorAgainst probability";
    expect(keysOf(body)).toEqual(sorted(names));
    expect(body).toMatchObject({
      start: 70,
      statedConfidence: null,
      ratios: { weak: 1.5, moderate: 3, strong: 8.5 },
    });
    expect(body.steps).toHaveLength(3);
    for (const step of body.steps) {
      expect(keysOf(step)).toEqual(sorted("evidence stance strength ratio share factor"));
    }
    expect(body.probability).toBeCloseTo(70 / 30 / 8.5 / (1 + 70 / 30 / 8.5), 9);
  });

  it("the timeline adds the days of the evidence", async () => {
    const { body } = await get("/timeline");
    for (const item of body.items) expect(keysOf(item)).toEqual(sorted(`${ITEM} evidenceDays`));
    const agentic = body.items.find(({ slug }: Json) => slug === AGENTIC);
    const logged = (await get(`/forecasts/${AGENTIC}/evidence`)).body.items;
    const dated = logged.filter(({ publishedOn }: Json) => publishedOn !== null);
    expect(dated.length).toBeLessThan(logged.length);
    expect(agentic.evidenceDays).toEqual(
      dated.map(({ publishedOn, stance }: Json) => ({ on: publishedOn, stance })).toReversed(),
    );
  });

  it("evidence, in its list and as made", async () => {
    const made = await post(`/forecasts/${AGENTIC}/evidence`, { ...anEvidence, by: " Ana " });
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe(`/api/v1/evidence/${made.body.id}`);
    expect(made.headers.get("cache-control")).toBe("no-store");
    expect(keysOf(made.body)).toEqual(sorted(EVIDENCE));
    expect(made.body).toMatchObject({ ...anEvidence, forecast: AGENTIC, by: "Ana", withdrawnAt: null });
    expect(made.body.recordedAt).toMatch(INSTANT);
    const { body } = await get(`/forecasts/${AGENTIC}/evidence`);
    expect(keysOf(body)).toEqual(["items", "nextCursor"]);
    expect(body.items).toContainEqual(made.body);
  });

  it("verdicts, in their list and as made", async () => {
    const cited = await anEvidenceIdOf();
    const made = await post(`/forecasts/${AGENTIC}/verdicts`, aVerdictCiting(cited, cited));
    expect(made.status).toBe(201);
    expect(keysOf(made.body)).toEqual(sorted(VERDICT));
    expect(made.body).toMatchObject({ outcome: "partly", evidenceIds: [cited], by: "unnamed", ending: null });
    expect(made.body.timing).toEqual({ kind: "on-time", days: 0 });
    const { body } = await get(`/forecasts/${AGENTIC}/verdicts`);
    expect(body).toEqual({ items: [made.body], nextCursor: null });
  });

  it("a review", async () => {
    const made = await post("/forecasts/moe-ever-sparser/reviews", {
      reviewOn: "2027-03-01",
      note: "Not yet.",
    });
    expect(made.status).toBe(201);
    expect(keysOf(made.body)).toEqual(sorted(REVIEW));
    expect(made.body).toMatchObject({
      previousReviewOn: "2026-12-31",
      reviewOn: "2027-03-01",
      by: "unnamed",
    });
  });

  it("the history, of all and of one forecast", async () => {
    await post(`/forecasts/${AGENTIC}/evidence`, anEvidence);
    for (const path of ["/history", `/forecasts/${AGENTIC}/history`]) {
      const { body } = await get(path);
      expect(keysOf(body)).toEqual(["items", "nextCursor"]);
      for (const entry of body.items) expect(keysOf(entry)).toEqual(sorted(HISTORY));
      const { at, id, ...newest } = body.items[0];
      expect(at).toMatch(INSTANT);
      expect(newest).toEqual({
        by: "unnamed",
        action: "evidence-logged",
        forecast: AGENTIC,
        reason: null,
        before: null,
        after: anEvidence,
      });
    }
    const { body } = await get("/history");
    expect(body.items).toHaveLength(2);
    expect(body.items[1]).toMatchObject({ action: "seeded", by: "Hindcast", forecast: null });
  });

  it.each([
    ["/sources", "kind lang note publishedOn publisher slug standing title titleLang url"],
    ["/speakers", "name names role slug standing"],
  ])("%s", async (path, names) => {
    const { body } = await get(path);
    expect(body.nextCursor).toBeNull();
    for (const item of body.items) {
      expect(keysOf(item)).toEqual(sorted(names));
      expect(keysOf(item.standing)).toEqual(sorted(COUNTS));
    }
    const total = body.items.reduce((sum: number, { standing }: Json) => sum + standing.forecasts, 0);
    expect(total).toBe(22);
  });
});

it("a speaker goes by the English name", async () => {
  const { body } = await get("/forecasts/nvidia-reign-ends-3y");
  expect(body.speaker).toEqual({
    slug: "chinese-article",
    name: "The Chinese article (headline and summary)",
  });
});

it("words without a note of ours have none, and words with one have it in both languages", async () => {
  const { body } = await get("/forecasts?limit=100");
  const notes = body.items.map(({ horizon }: Json) => horizon.note);
  expect(notes).toContain(null);
  const written = notes.filter((note: Json) => note !== null);
  expect(written.length).toBeGreaterThan(0);
  for (const note of written) expect(note).toEqual({ en: expect.any(String), "zh-Hant": expect.any(String) });
});

it("what is not there is a 404, as JSON", async () => {
  for (const path of [
    "/forecasts/none",
    "/forecasts/none/evidence",
    "/forecasts/none/verdicts",
    "/forecasts/none/history",
    "/forecasts/none/odds",
    "/forecasts/%00",
    "/nothing",
    "",
  ]) {
    const { status, headers, body } = await get(path);
    expect([path, status, headers.get("content-type"), headers.get("cache-control")]).toEqual([
      path,
      404,
      "application/problem+json",
      "no-store",
    ]);
    expect(body).toMatchObject({ type: "about:blank", title: "Not Found", status: 404 });
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    expect((await send(method, "/api/v1/nothing")).status).toBe(404);
  }
});

it("says on /healthz that the store answers, and with what schema", async () => {
  const response = await send("GET", "/healthz");
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    status: "ok",
    schemaVersion: expect.stringMatching(/^\d{4}_\w+$/),
  });
});
