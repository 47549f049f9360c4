import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pdfReader } from "#web/reading/pdf-reader.ts";
import { READER_FILES } from "#web/visit/reader-files.ts";

/** What must not be older, with what is wrong with those that are. A floor only ever rises. */
const FLOORS = [
  [
    "next",
    "16.4.6",
    "remote code by a picture (GHSA-2xp9-vwfh-vxw4) before 16.3.3; the one that was looked through",
  ],
  [
    "react",
    "19.3.1",
    "remote code before any login (CVE-2025-55182) before 19.2.1; the one that was looked through",
  ],
  ["react-dom", "19.3.1", "goes with react"],
  ["undici", "8.12.4", "fetches strangers' pages; the one that was attacked with 8,318 addresses"],
  ["pdfjs-dist", "6.2.108", "CVE-2026-16633 before it, by a stranger's PDF"],
  ["@mozilla/readability", "0.6.0", "GHSA-3p6v-hrg8-8qj7 before it, by a stranger's title"],
] as const;

interface Locked {
  readonly version?: string;
}

const numbers = (version: string) => (version.split("-")[0] ?? "").split(".").map(Number);

/** Whether a version is older than another; one before its release (`-canary`) counts as that release. */
function isOlder(version: string, floor: string): boolean {
  const [own, least] = [numbers(version), numbers(floor)];
  const at = least.findIndex((number, index) => number !== (own[index] ?? 0));
  return at >= 0 && !((own[at] ?? 0) > (least[at] ?? 0));
}

/** Every copy of a package, also those that others bring along for themselves, that is older than it may be. */
const olderCopies = (packages: Record<string, Locked>, name: string, floor: string) =>
  Object.entries(packages)
    .filter(([folder]) => folder.endsWith(`node_modules/${name}`))
    .filter(([, { version = "0" }]) => isOlder(version, floor))
    .map(([folder, { version }]) => `${folder} ${version}`);

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};

describe("package-lock.json holds nothing older than", () => {
  test.each(FLOORS)("%s %s: %s", (name, floor) => {
    expect(packages).toHaveProperty([`node_modules/${name}`]);
    expect(olderCopies(packages, name, floor)).toEqual([]);
  });
});

const floorOf = (wanted: string) => FLOORS.find(([name]) => name === wanted)?.[1] ?? "unknown";

test("PDFs are read by that pdf.js, and not by the one within unpdf, which the reader cannot even open", async () => {
  const { version } = await pdfReader();
  expect(isOlder(version, floorOf("pdfjs-dist"))).toBe(false);
  expect(version).toBe(packages["node_modules/pdfjs-dist"]?.version);
  expect(READER_FILES.filter((path) => path.startsWith("unpdf"))).toEqual([
    "unpdf/package.json",
    "unpdf/dist/index.mjs",
  ]);
});

test("the React within Next, which is the one that draws the pages, is no older than its own floor", () => {
  const file = "node_modules/next/dist/compiled/react/cjs/react.production.js";
  const version = /\.version = "([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1] ?? "none";
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(isOlder(version, "19.3.0"), version).toBe(false);
});

test("no native canvas is installed for pdf.js, and none is asked of the registry", () => {
  expect(Object.keys(packages).filter((folder) => folder.includes("@napi-rs/canvas"))).toEqual([
    "node_modules/@napi-rs/canvas",
  ]);
  expect(packages["node_modules/@napi-rs/canvas"]).toEqual({ resolved: "web/reading/no-canvas", link: true });
});

describe("of versions", () => {
  test.each<[version: string, floor: string, older: boolean]>([
    ["16.4.5", "16.4.6", true],
    ["16.4.6", "16.4.6", false],
    ["16.10.0", "16.4.6", false],
    ["15.9.9", "16.4.6", true],
    ["17.0.0", "16.4.6", false],
    ["19.3.0-canary-278794d7-20261002", "19.3.0", false],
    ["0", "0.6.0", true],
    ["none", "0.6.0", true],
  ])("%s is older than %s: %s", (version, floor, older) => {
    expect(isOlder(version, floor)).toBe(older);
  });

  test("a copy that another package brings along counts", () => {
    const copies = {
      "node_modules/a": { version: "2.0.0" },
      "node_modules/b/node_modules/a": { version: "1.0.0" },
    };
    expect(olderCopies(copies, "a", "2.0.0")).toEqual(["node_modules/b/node_modules/a 1.0.0"]);
  });
});
