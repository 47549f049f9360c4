import { globSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { building, closureOf, isInImage, running } from "./support/image.ts";

// What a person runs in the container image has to be in it: seen by the files alone, without a build.

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));
const readme = readFileSync("README.md", "utf8");

/** What works on a clone: it starts, builds, tests or measures what is in it. The image is started by itself. */
const OF_A_CLONE = new Set(["start", "dev", "test", "check", "bench", "db:generate"]);
const named = [...readme.matchAll(/\bnpm (?:run )?([a-z][a-z:]*)/g)].map(([, name = ""]) => name);
const commands = [...new Set([...named.filter((name) => name in scripts), "seed"])].filter(
  (name) => !OF_A_CLONE.has(name),
);

/** The files that a command of package.json has Node run. */
const filesOf = (command: string) =>
  [...command.matchAll(/[\w./-]+\.(?:ts|mjs)\b/g)].map(([file]) => file.replace(/^\.\//, ""));

let traced: readonly string[] = [];
beforeAll(async () => {
  vi.stubEnv("HINDCAST_STANDALONE", "1");
  const { default: config } = await import("../next.config.ts");
  traced = Object.values(config.outputFileTracingIncludes ?? {}).flat();
});
afterAll(() => {
  vi.unstubAllEnvs();
});
const missing = (paths: readonly string[]) => paths.filter((path) => !isInImage(path, traced));

test("README names commands for those who have no clone", () => {
  expect(commands).toEqual(expect.arrayContaining(["backup", "evidence:check", "db:copy"]));
  expect(traced.length).toBeGreaterThan(10);
});

describe("in the image is all that is needed for", () => {
  test.each(commands)("npm run %s", (name) => {
    const files = filesOf(scripts[name] ?? "");
    expect(files[0]).toBe("scripts/run.mjs");
    const needed = closureOf(...files);
    expect(needed).toContain("node_modules/better-sqlite3");
    expect(missing(needed)).toEqual([]);
  });

  test("its start, and what stands before the server", () => {
    const files = filesOf(readFileSync("docker/start.sh", "utf8"));
    expect(files).toEqual(["scripts/prepare.ts", "front/stand.ts"]);
    expect(missing([...closureOf(...files), "docker/start.sh"])).toEqual([]);
  });

  test("making and upgrading a database of either engine", () => {
    const migrations = globSync("drizzle/{sqlite,postgres}/**/*.{sql,json}");
    expect(migrations.length).toBeGreaterThan(10);
    expect(missing(migrations)).toEqual([]);
  });
});

test("what is not in the image is missed", () => {
  expect(
    missing(["app/page.tsx", "scripts/bench/run.ts", "scripts/test.mjs", "node_modules/vitest"]),
  ).toHaveLength(4);
  expect(missing(closureOf("scripts/bench/run.ts"))).toContain("scripts/bench/run.ts");
  expect(closureOf("scripts/check-evidence.ts")).toEqual(
    // Started by their paths, and what one of those imports.
    expect.arrayContaining(["web/visit/reader.ts", "web/visit/guard.ts", "node_modules/linkedom"]),
  );
  expect(closureOf("scripts/backup.ts")).toContain("node_modules/better-sqlite3");
  expect(closureOf("scripts/copy.ts")).toContain("node_modules/pgpass");
});

test("nothing in the image scales pictures, which it has none of", () => {
  const [installing = "", ...further] = building.split(/^(?=RUN .*next build)/m);
  expect(further).toHaveLength(1);
  for (const folder of ["node_modules/sharp", "node_modules/@img"]) {
    expect(installing).toMatch(new RegExp(`rm -rf .*${folder}(?:\\s|$)`));
    expect(running).not.toContain(folder);
    expect(isInImage(folder, traced)).toBe(false);
  }
  expect(readFileSync("next.config.ts", "utf8")).toContain("images: { unoptimized: true }");
});
