import { chmodSync, globSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Plugin, rolldown } from "rolldown";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the programs that tests start lie, each with what it imports in few files. */
    programs: string;
  }
}

/** What tests start as processes of their own (see `start` in ../store.ts). */
const PROGRAMS = [
  ...globSync("scripts/{backup,check-evidence,copy,prepare,restore,verify}.ts"),
  ...globSync("tests/support/{,web/}*-child.ts"),
  ...["tests/support/killed-at-step.ts", "seed/run.ts"],
];

/** Packages that reading takes long because they are hundreds of small files; all others stay where they are. */
const TAKEN_IN = /^(drizzle-orm|zod|date-fns|@date-fns\/utc)(\/|$)/;

/** Each module goes on to know its own place. */
const ownPlace: Plugin = {
  name: "own-place",
  transform(code, id) {
    if (!code.includes("import.meta.") || id.includes("/node_modules/")) return null;
    return code
      .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href));
  },
};

/**
 * Puts together the programs that tests start, once for all of them: a process that reads six hundred files before it
 * begins costs more than all that most of these tests do.
 */
export default async function bundlePrograms(project: TestProject): Promise<() => void> {
  // Inside the project, so that the packages which stay outside are found.
  const cache = join(process.cwd(), "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "hindcast-programs-"));
  // Some are started as another user.
  chmodSync(folder, 0o755);
  const bundle = await rolldown({
    input: Object.fromEntries(PROGRAMS.map((file) => [file.replace(/\.ts$/, ""), `./${file}`])),
    external: (id) => /^[^./#]/.test(id) && !TAKEN_IN.test(id),
    platform: "node",
    // It takes out calls that are made because they may throw (findings/call-that-only-throws.sh).
    treeshake: false,
    plugins: [ownPlace],
  });
  await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js", minify: false });
  await bundle.close();
  project.provide("programs", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
