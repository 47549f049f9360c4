import { describe, expect, test } from "vitest";
import { day } from "#domain/day.ts";
import { type FirstRung, type GivenRung, rungTexts } from "#domain/forecasts/ladder.ts";

const NOWHERE = { en: null, "zh-Hant": null };
const FIRST: FirstRung = {
  claim: { en: "Half of all cars drive themselves by 2030.", "zh-Hant": "2030年前半數汽車自動駕駛。" },
  criteria: {
    trueIf: { en: "A census by 2030 says so.", "zh-Hant": null },
    partlyIf: { en: "A third does.", "zh-Hant": null },
    falseIf: { en: "The 2030 census says otherwise.", "zh-Hant": null },
    ...{ cannotBeJudgedIf: NOWHERE, whereToLook: NOWHERE, finePrint: NOWHERE },
  },
  ...{ horizon: "by 2030", lang: "en", saidOn: day("2025-09-10") },
};
const rung = (given: GivenRung = {}, first: Partial<FirstRung> = {}) =>
  rungTexts({ ...FIRST, ...first }, "by 2035", given);

describe("the same claim at another date", () => {
  test("says the other words in place of its own, in the claim and in what would settle it", () => {
    const { claim, criteria } = rung();
    expect(claim.en).toBe("Half of all cars drive themselves by 2035.");
    expect(criteria.trueIf.en).toBe("A census by 2035 says so.");
    expect(criteria.partlyIf.en).toBe("A third does.");
  });

  test("tells of each text that names a date otherwise", () => {
    expect(rung().keepingDate).toEqual(["claim.zh-Hant", "criteria.falseIf.en"]);
    const twice = { en: "By 2030, and not before 2028, by 2030.", "zh-Hant": null };
    expect(rung({}, { claim: twice }).keepingDate).toContain("claim.en");
  });

  test("says what was written for it", () => {
    const { claim, criteria, keepingDate } = rung({
      claim: { "zh-Hant": "2035年前半數汽車自動駕駛。" },
      criteria: { falseIf: { en: "The 2035 census says otherwise." }, partlyIf: { en: null } },
    });
    expect(claim).toEqual({
      en: "Half of all cars drive themselves by 2035.",
      "zh-Hant": "2035年前半數汽車自動駕駛。",
    });
    expect([criteria.falseIf.en, criteria.partlyIf.en]).toEqual(["The 2035 census says otherwise.", null]);
    expect(keepingDate).toEqual([]);
  });

  test("is not the claim of the first, however often it is written; a criterion may be", () => {
    const given = {
      claim: { "zh-Hant": FIRST.claim["zh-Hant"] },
      criteria: { falseIf: FIRST.criteria.falseIf },
    };
    expect(rung(given).keepingDate).toEqual(["claim.zh-Hant"]);
  });

  test.each([
    ["Half of all cars", "by 2030", "Half of all cars", "by 2035"],
    ["By $& or so", "$&", "By $1 or so", "$1"],
  ])("%j, which names its time with %j, is %j when that is %j", (en, horizon, then, words) => {
    const { claim } = rungTexts({ ...FIRST, claim: { en, "zh-Hant": "一半" }, horizon }, words, {});
    expect(claim).toEqual({ en: then, "zh-Hant": "一半" });
  });
});
