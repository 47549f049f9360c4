import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { run } from "./child.mjs";
import { root, Stop, say } from "./project.mjs";
import { environment, runtime } from "./runtime.mjs";

// The ones without windows open a page in a third of the time.
const names = [
  "chromium-headless-shell",
  "chrome-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const macApplications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Where Playwright keeps, or would keep, the Chromium it downloads. */
function playwrightsOwn() {
  return createRequire(join(root, "package.json"))("@playwright/test").chromium.executablePath();
}

async function findBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const file of [process.env.CHROME_PATH, ...onPath, ...macApplications, playwrightsOwn()]) {
    // Asked for its version: on some systems the file is a stub that only tells how to install the browser.
    if (file && existsSync(file) && (await run(file, ["--version"], { quiet: true, seconds: 20 })).ok)
      return file;
  }
  return null;
}

function isRootOnDebian() {
  const release = "/etc/os-release";
  return (
    process.getuid?.() === 0 && existsSync(release) && /^ID=debian$/m.test(readFileSync(release, "utf8"))
  );
}

async function installBrowser() {
  if (isRootOnDebian()) {
    say("Installing a browser (apt-get install chromium-headless-shell) ...");
    const options = { env: environment({ DEBIAN_FRONTEND: "noninteractive" }), quiet: true, seconds: 600 };
    // The font is for the Chinese pages: without it they would be drawn as empty boxes.
    const install = (browser) => run("apt-get", ["install", "-y", browser, "fonts-noto-cjk"], options);
    return (
      (await run("apt-get", ["update"], options)).ok &&
      // Older releases have only the whole browser.
      ((await install("chromium-headless-shell")).ok || (await install("chromium")).ok)
    );
  }
  say("Installing a browser (playwright install chromium) ...");
  const cli = join(root, "node_modules/@playwright/test/cli.js");
  const options = { env: environment(), quiet: true, seconds: 120 };
  return (await run(runtime(), [cli, "install", "chromium"], options)).ok;
}

/** The path of a Chrome or Chromium, installed if there is none. */
export async function browser() {
  const found = (await findBrowser()) ?? ((await installBrowser()) ? await findBrowser() : null);
  if (found) return found;
  throw new Stop(
    "No browser was found and none could be installed: install Chrome or Chromium, or set CHROME_PATH to one.",
  );
}
