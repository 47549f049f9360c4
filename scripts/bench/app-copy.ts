import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { next } from "../setup/build.mjs";
import { buildStamp, inputs } from "../setup/build-stamp.mjs";
import { run } from "../setup/child.mjs";
import { root, Stop, say } from "../setup/project.mjs";
import { environment, runtime, runtimeMajor } from "../setup/runtime.mjs";

/** The address of the page that the copy has and the app has not. */
export const EMPTY_PAGE = "/bench-empty";

/** What everything is held against: a page of this app, in its frame, drawn for each request and with no records. */
const EMPTY_SOURCE = `/** A page with no rows, to hold the others against. */
export default function EmptyPage() {
  return <h1>Empty</h1>;
}
`;

// Inside the project, so that packages are found as the app finds them; the lock file stays behind, or Next would
// take the copy for a project of its own.
const folder = join(root, ".bench");
const left = new Set(["package-lock.json", ".env", ".env.local", ".env.production", ".env.production.local"]);

/**
 * Builds a copy of the app with one empty page more, unless that was done for exactly this tree. @returns its folder
 */
export async function buildCopy(): Promise<string> {
  const stamp = `${buildStamp(root, runtimeMajor())} ${EMPTY_SOURCE}`;
  const stampFile = join(folder, "built");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return folder;
  say("Building the app with an empty page beside the others (next build) ...");
  rmSync(folder, { recursive: true, force: true });
  for (const input of inputs) {
    if (left.has(input) || !existsSync(join(root, input))) continue;
    cpSync(join(root, input), join(folder, input), { recursive: true });
  }
  const page = join(folder, "app", EMPTY_PAGE);
  mkdirSync(page);
  writeFileSync(join(page, "page.tsx"), EMPTY_SOURCE);
  const env = environment({ NODE_ENV: "production" });
  const { ok, output } = await run(runtime(), [next, "build", folder], { env, quiet: true });
  if (!ok) throw new Stop(`${output}\nThe app could not be built.`);
  writeFileSync(stampFile, stamp);
  return folder;
}
