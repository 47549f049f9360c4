import { existsSync, readFileSync } from "node:fs";

// A runner that ended badly without naming a failed test (it crashed, or found no tests at all) is one failure.
// What was skipped failed: nothing is skipped in silence.
function counted({ passed = 0, failed = 0, skipped = 0 }, ok) {
  const notPassed = failed + skipped;
  return { passed, failed: notPassed === 0 && (!ok || passed === 0) ? 1 : notPassed, skipped };
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** From vitest's json report. */
export function vitestCounts(file, ok) {
  const report = read(file);
  if (!report) return counted({}, false);
  // A file that could not be loaded has no tests to its name.
  const broken = report.testResults.filter(
    ({ status, assertionResults: tests }) =>
      status === "failed" && !tests.some((test) => test.status === "failed"),
  );
  const { numPassedTests: passed, numFailedTests: failed, numTotalTests: total } = report;
  return counted({ passed, failed: failed + broken.length, skipped: total - passed - failed }, ok);
}

/** From Playwright's json report; a flaky test failed. */
export function playwrightCounts(file, ok) {
  const report = read(file);
  if (!report) return counted({}, false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  // Errors outside any test, such as a file that could not be loaded.
  return counted({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, ok);
}
