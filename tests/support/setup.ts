import { afterAll, afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";
import { beginTest, endFile, endTest } from "./after-file.ts";

// What a file sets is its own.
const environment = { ...process.env };

afterAll(async () => {
  await endFile();
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

// Noise hides news: a test in which something writes to the console fails, unless it said that it expects that.
const methods = ["debug", "info", "log", "warn", "error"] as const;

let expected: RegExp[] = [];
let written: string[] = [];
let spies: MockInstance[] = [];

/** Allows this test what matches, and fails it if nothing does. */
export function expectConsole(pattern: RegExp): void {
  expected.push(pattern);
}

beforeEach(() => {
  beginTest();
  expected = [];
  written = [];
  spies = methods.map((method) =>
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      written.push(`console.${method}: ${parts.map(String).join(" ")}`);
    }),
  );
});

afterEach(async () => {
  await endTest();
  for (const spy of spies) spy.mockRestore();
  const unexpected = written.filter((line) => !expected.some((pattern) => pattern.test(line)));
  expect(unexpected, "written to the console unexpectedly").toEqual([]);
  const missing = expected.filter((pattern) => !written.some((line) => pattern.test(line)));
  expect(missing, "expected on the console but never written").toEqual([]);
});
