import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildStamp } from "../../scripts/setup/build-stamp.mjs";

describe("the stamp of a build", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "hindcast-stamp-"));
    mkdirSync(join(root, "app/about"), { recursive: true });
    writeFileSync(join(root, "app/about/page.tsx"), "one");
    writeFileSync(join(root, "package.json"), "{}");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test.each([
    ["a file changes", () => writeFileSync(join(root, "app/about/page.tsx"), "two")],
    ["a file is added", () => writeFileSync(join(root, "app/about/layout.tsx"), "")],
    ["a file goes", () => rmSync(join(root, "app/about/page.tsx"))],
    [
      "a folder is added",
      () => {
        mkdirSync(join(root, "public"));
        writeFileSync(join(root, "public/a.txt"), "");
      },
    ],
  ])("is another one when %s", (_what, change) => {
    const before = buildStamp(root, 24);
    change();
    expect(buildStamp(root, 24)).not.toBe(before);
  });

  test.each(["app", "operations", "web", "db", "domain", "messages", "drizzle"])(
    "is another one when something changes in %s",
    (folder) => {
      const before = buildStamp(root, 24);
      mkdirSync(join(root, folder), { recursive: true });
      writeFileSync(join(root, folder, "new.ts"), "");
      expect(buildStamp(root, 24)).not.toBe(before);
    },
  );

  test("is another one under another Node", () => {
    expect(buildStamp(root, 24)).not.toBe(buildStamp(root, 22));
  });

  test.each([
    ["only dates change, as in a checkout", () => utimesSync(join(root, "app/about/page.tsx"), 1, 1)],
    ["a file changes that the build does not read", () => writeFileSync(join(root, "README.md"), "two")],
  ])("is the same when %s", (_what, change) => {
    const before = buildStamp(root, 24);
    change();
    expect(buildStamp(root, 24)).toBe(before);
  });
});
