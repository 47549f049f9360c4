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
    const none = { passed: 0, failed: 1, skipped: 0 };
    expect(vitestCounts(join(folder, "none"), true)).toEqual(none);
    expect(playwrightCounts(join(folder, "none"), true)).toEqual(none);
  });
});

describe("vitest", () => {
  const fine = { status: "passed", assertionResults: [{ status: "passed" }] };
  const unloadable = { status: "failed", assertionResults: [] };

  test.each([
    { what: "passed", files: [fine], of: [5, 5, 0], ok: true, is: [5, 0, 0] },
    { what: "a skipped test is a failure", files: [fine], of: [5, 3, 1], ok: false, is: [3, 2, 1] },
    {
      what: "a file that cannot be loaded is one",
      files: [fine, unloadable],
      of: [5, 5, 0],
      ok: false,
      is: [5, 1, 0],
    },
    { what: "so is a bad end with no failed test", files: [fine], of: [5, 5, 0], ok: false, is: [5, 1, 0] },
    { what: "so is finding no tests", files: [], of: [0, 0, 0], ok: true, is: [0, 1, 0] },
  ])("$what", ({ files, of: [total, passed, failed], ok, is }) => {
    const counts = { numTotalTests: total, numPassedTests: passed, numFailedTests: failed };
    const result = vitestCounts(report({ testResults: files, ...counts }), ok);
    expect([result.passed, result.failed, result.skipped]).toEqual(is);
  });
});

describe("playwright", () => {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  const each = { expected: 1, unexpected: 1, flaky: 1, skipped: 1 };

  test.each([
    { what: "passed", stats: { ...none, expected: 4 }, errors: [], ok: true, is: [4, 0, 0] },
    { what: "flaky and skipped tests are failures", stats: each, errors: [], ok: false, is: [1, 3, 1] },
    {
      what: "an error outside any test is one",
      stats: { ...none, expected: 4 },
      errors: [{}],
      ok: false,
      is: [4, 1, 0],
    },
    { what: "so is finding no tests", stats: none, errors: [], ok: true, is: [0, 1, 0] },
  ])("$what", ({ stats, errors, ok, is }) => {
    const result = playwrightCounts(report({ stats, errors }), ok);
    expect([result.passed, result.failed, result.skipped]).toEqual(is);
  });
});
