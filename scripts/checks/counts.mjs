import { existsSync, readFileSync } from "node:fs";

// A runner that ended badly without naming a failed test (it crashed, or found no tests at all) is one failure.
function counted(passed, failed, ok) {
  return { passed, failed: failed === 0 && (!ok || passed === 0) ? 1 : failed };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** From vitest's json report. What did not pass failed: a skipped test too, since nothing is skipped in silence. */
export function vitestCounts(file, ok) {
  const report = read(file);
  if (!report) return counted(0, 0, false);
  // A file that could not be loaded has no tests to its name.
  const broken = report.testResults.filter(
    ({ status, assertionResults: tests }) =>
      status === "failed" && !tests.some((test) => test.status === "failed"),
  );
  const { numPassedTests: passed, numTotalTests: total } = report;
  return counted(passed, total - passed + broken.length, ok);
}

/** From Playwright's json report; a flaky test failed. */
export function playwrightCounts(file, ok) {
  const report = read(file);
  if (!report) return counted(0, 0, false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  // Errors outside any test, such as a file that could not be loaded.
  return counted(expected, unexpected + flaky + skipped + report.errors.length, ok);
}
