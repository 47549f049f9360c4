import { describe, expect, it } from "vitest";
import { AGENTIC, get, type Json, post, serveSeededDatabase } from "./api.ts";
import { anEvidence } from "./bodies.ts";

serveSeededDatabase();

const odds = (query = "") => get(`/forecasts/${AGENTIC}/odds${query}`);

describe("the odds of what is logged", () => {
  it("start even with the ratios we propose, where nothing else is asked", async () => {
    const { body } = await odds();
    expect(body).toMatchObject({ start: 50, startOdds: 1, ratios: { weak: 1.5, moderate: 3, strong: 10 } });
    // One strong and two moderate for, three moderate against.
    expect(body.probability).toBeCloseTo(10 / 3 / (1 + 10 / 3), 9);
  });

  it("change with what is logged, and change back when it is withdrawn", async () => {
    const before = (await odds()).body;
    const made = await post(`/forecasts/${AGENTIC}/evidence`, {
      ...anEvidence,
      stance: "supports",
      strength: "strong",
    });
    expect((await odds()).body.probability).toBeGreaterThan(before.probability);
    await post(`/evidence/${made.body.id}/withdrawal`, { reason: "Logged by mistake." });
    expect((await odds()).body).toEqual(before);
  });

  it("can be taken in digits of any width", async () => {
    expect((await odds(`?start=${encodeURIComponent("７０")}`)).body.start).toBe(70);
  });

  it.each([
    ["?start=0", "start", "not-in-range"],
    ["?start=100", "start", "not-in-range"],
    ["?start=50.5", "start", "not-in-range"],
    ["?start=", "start", "not-in-range"],
    ["?start=1e1", "start", "not-in-range"],
    ["?start=-5", "start", "not-in-range"],
    ["?start=50&start=60", "start", "sent-twice"],
    ["?weak=0.9", "weak", "not-a-ratio"],
    ["?moderate=three", "moderate", "not-a-ratio"],
    ["?strong=1001", "strong", "not-a-ratio"],
    ["?strong=Infinity", "strong", "not-a-ratio"],
    ["?strong=1.234", "strong", "not-a-ratio"],
    ["?strong=%00", "strong", "not-a-ratio"],
    ["?begin=50", "begin", "unknown-field"],
    ["?__proto__=50", "__proto__", "unknown-field"],
  ])("are refused for %s, naming the field", async (query, field, code) => {
    const { status, body } = await odds(query);
    expect(status).toBe(422);
    expect(body.errors.map((error: Json) => [error.field, error.code])).toEqual([[field, code]]);
    expect(body.errors[0].message).toMatch(/\w{3,}.*\.$/);
  });
});
