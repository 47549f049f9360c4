import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "../../scripts/checks/counts.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hindcast-counts-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("a runner that left no report", () => {
  test("is one failure", () => {
    expect(vitestCounts(join(folder, "none"), true)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightCounts(join(folder, "none"), true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("vitest", () => {
  const passing = { status: "passed", assertionResults: [{ status: "passed" }] };
  const unloadable = { status: "failed", assertionResults: [] };

  test.each([
    ["passed", [passing], 5, 5, true, { passed: 5, failed: 0 }],
    ["skipped or failed tests are failures", [passing], 5, 3, false, { passed: 3, failed: 2 }],
    ["a file that cannot be loaded is one", [passing, unloadable], 5, 5, false, { passed: 5, failed: 1 }],
    ["so is a bad end with no failed test", [passing], 5, 5, false, { passed: 5, failed: 1 }],
    ["so is finding no tests", [], 0, 0, true, { passed: 0, failed: 1 }],
  ])("%s", (_what, testResults, numTotalTests, numPassedTests, ok, counts) => {
    expect(vitestCounts(report({ testResults, numTotalTests, numPassedTests }), ok)).toEqual(counts);
  });
});

describe("playwright", () => {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

  test.each([
    ["passed", { ...none, expected: 4 }, [], true, { passed: 4, failed: 0 }],
    [
      "flaky and skipped tests are failures",
      { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
      [],
      false,
      { passed: 1, failed: 3 },
    ],
    ["an error outside any test is one", { ...none, expected: 4 }, [{}], false, { passed: 4, failed: 1 }],
    ["so is finding no tests", none, [], true, { passed: 0, failed: 1 }],
  ])("%s", (_what, stats, errors, ok, counts) => {
    expect(playwrightCounts(report({ stats, errors }), ok)).toEqual(counts);
  });
});
