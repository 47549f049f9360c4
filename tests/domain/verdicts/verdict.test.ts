import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideVerdictStep, type VerdictChange, type VerdictStep } from "#domain/verdicts/verdict.ts";

const give = (replaces: string | null): VerdictStep => ({ kind: "give", replaces });
const withdraw = (verdict: string): VerdictStep => ({ kind: "withdraw", verdict });
const refused = { ok: false, error: "other-verdict-stands" };

describe("decideVerdictStep", () => {
  it.each<[string, string | null, VerdictStep, VerdictChange]>([
    ["gives the first verdict", null, give(null), { kind: "given" }],
    ["replaces the verdict that stands", "a", give("a"), { kind: "replaced", ends: "a" }],
    ["withdraws the verdict that stands", "a", withdraw("a"), { kind: "withdrawn", ends: "a" }],
  ])("%s", (_, standing, step, change) => {
    expect(decideVerdictStep(standing, step)).toEqual({ ok: true, value: change });
  });

  it.each<[string, string | null, VerdictStep]>([
    ["a verdict given where one came to stand unseen", "a", give(null)],
    ["the replacing of a verdict that was replaced since", "b", give("a")],
    ["the replacing of a verdict that was withdrawn since", null, give("a")],
    ["the withdrawing of a verdict that was replaced since", "b", withdraw("a")],
    ["the withdrawing of a verdict that was withdrawn since", null, withdraw("a")],
  ])("refuses %s", (_, standing, step) => {
    expect(decideVerdictStep(standing, step)).toEqual(refused);
  });
});

/** Takes the steps one after another, as the store does: each new verdict gets a new name. */
function take(steps: readonly VerdictStep[]) {
  let standing: string | null = null;
  const ended: string[] = [];
  const given: string[] = [];
  for (const step of steps) {
    const decision = decideVerdictStep(standing, step);
    if (!decision.ok) continue;
    if (decision.value.kind !== "given") ended.push(decision.value.ends);
    standing = decision.value.kind === "withdrawn" ? null : `v${given.length}`;
    if (standing !== null) given.push(standing);
  }
  return { standing, ended, given };
}

describe("a row of steps", () => {
  const names = fc.constantFrom("v0", "v1", "v2", "v3");
  const steps = fc.array(fc.oneof(fc.option(names, { nil: null }).map(give), names.map(withdraw)), {
    maxLength: 40,
  });

  it("leaves at most one verdict standing, ends each once, and never brings an ended one back", () => {
    fc.assert(
      fc.property(steps, (row) => {
        const { standing, ended, given } = take(row);
        expect(new Set(ended).size).toBe(ended.length);
        expect(given.filter((name) => !ended.includes(name))).toEqual(standing === null ? [] : [standing]);
      }),
    );
  });

  it("lets one of two judges who saw the same page succeed", () => {
    for (const before of [[], [give(null)], [give(null), withdraw("v0")]]) {
      const { standing, given } = take(before);
      expect(take([...before, give(standing), give(standing)]).given).toHaveLength(given.length + 1);
    }
  });

  it("leaves none after a withdrawal, and a new verdict is then given, not replaced", () => {
    const { standing, given } = take([give(null), give("v0"), withdraw("v1")]);
    expect({ standing, given }).toEqual({ standing: null, given: ["v0", "v1"] });
    expect(decideVerdictStep(standing, give(null))).toEqual({ ok: true, value: { kind: "given" } });
  });
});
