import { defineConfig } from "@playwright/test";

// There is no webServer: each test file starts a server of its own, with a database of its own.
// npm test finds the browser and asks for the report.
const executablePath = process.env.HINDCAST_TEST_BROWSER || undefined;
const wantsReport = Boolean(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE);

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/support/prepare.ts",
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: wantsReport ? [["list"], ["json"]] : [["list"]],
  use: {
    locale: "en-US",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      // Without most of these Chromium tries to reach its maker's servers.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
