import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildStamp } from "./build-stamp.mjs";
import { run } from "./child.mjs";
import { root, Stop, say } from "./project.mjs";
import { environment, runtime, runtimeMajor } from "./runtime.mjs";

export const next = join(root, "node_modules/next/dist/bin/next");
const folder = join(root, ".next");
const stampFile = join(folder, "hindcast-build");

function isBuilt(stamp) {
  const finished = existsSync(join(folder, "BUILD_ID")) && existsSync(stampFile);
  return finished && readFileSync(stampFile, "utf8") === stamp;
}

/** Makes the production build unless there is one of exactly this tree. */
export async function buildApp() {
  const stamp = buildStamp(root, runtimeMajor());
  if (isBuilt(stamp)) return;
  say("Building the app (next build) ...");
  // Types of routes that are gone (left by next dev, or by an earlier build) would fail the build's type check.
  for (const types of ["types", "dev/types"]) rmSync(join(folder, types), { recursive: true, force: true });
  const env = environment({ NODE_ENV: "production" });
  const { ok, output } = await run(runtime(), [next, "build"], { env, quiet: true });
  if (!ok) {
    process.stderr.write(output);
    throw new Stop("The app could not be built.");
  }
  // Taken before the build: a file that changed meanwhile makes the next command build again.
  writeFileSync(stampFile, stamp);
}
