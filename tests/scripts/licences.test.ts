import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type LockedPackages, licencesPage, unaccepted, usedPackages } from "#scripts/licences/production.ts";

const locked = (JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: LockedPackages })
  .packages;

test("docs/licences.md lists what package-lock.json does; npm run licences writes it", () => {
  expect(readFileSync("docs/licences.md", "utf8")).toBe(licencesPage(usedPackages(locked)));
});

test("every licence is one that was accepted", () => {
  expect(unaccepted(usedPackages(locked))).toEqual([]);
});

test("each installed package says of its licence what the lock file says", () => {
  const said = Object.entries(locked)
    .filter(([folder, { dev, devOptional, link }]) => folder !== "" && !dev && !devOptional && !link)
    .map(([folder, { license }]) => ({ folder, license, file: join(folder, "package.json") }))
    .filter(({ file }) => existsSync(file));
  expect(said.length).toBeGreaterThan(50);
  const differing = said.filter(({ file, license }) => {
    const own = JSON.parse(readFileSync(file, "utf8")) as { license?: string | { type: string } };
    return (typeof own.license === "object" ? own.license.type : own.license) !== license;
  });
  expect(differing).toEqual([]);
});

describe("of a lock file", () => {
  test("tools are left out, copies are listed once, and what is linked is looked up", () => {
    expect(
      usedPackages({
        "": { version: "0.1.0", license: "MIT" },
        "node_modules/b": { version: "2.0.0", license: "MIT" },
        "node_modules/a/node_modules/b": { version: "2.0.0", license: "MIT" },
        "node_modules/@a/c": { version: "1.0.0" },
        "node_modules/tool": { version: "1.0.0", license: "MIT", dev: true },
        "node_modules/peer": { version: "1.0.0", license: "MIT", devOptional: true },
        "node_modules/own": { resolved: "web/own", link: true },
        "web/own": { version: "0.0.1", license: "ISC" },
      }),
    ).toEqual([
      { name: "@a/c", version: "1.0.0", licence: "none" },
      { name: "b", version: "2.0.0", licence: "MIT" },
      { name: "own", version: "0.0.1", licence: "ISC" },
    ]);
  });

  test.each<[name: string, licence: string, isAccepted: boolean]>([
    ["a", "MIT", true],
    ["a", "Apache-2.0 AND MIT", true],
    ["a", "none", false],
    ["a", "GPL-3.0-only", false],
    ["a", "MIT AND GPL-3.0-only", false],
    ["a", "LGPL-3.0-or-later", false],
    ["@img/sharp-libvips-linux-x64", "Apache-2.0 AND LGPL-3.0-or-later", true],
    ["@img/sharp-linux-x64", "GPL-3.0-only", false],
    ["caniuse-lite", "CC-BY-4.0", true],
    ["caniuse", "CC-BY-4.0", false],
  ])("%s under %s: %s", (name, licence, isAccepted) => {
    expect(unaccepted([{ name, version: "1.0.0", licence }]).length === 0).toBe(isAccepted);
  });
});
