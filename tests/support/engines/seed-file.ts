import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareSqlite } from "#db/engine/sqlite/open.ts";
import { fillWithSeed } from "../seeded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A seeded file that nothing has open, to be copied. */
    seededFile: string;
  }
}

/** Seeds one file for all tests. */
export default async function seedFile(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-test-"));
  const file = join(folder, "seeded.db");
  await prepareSqlite(file, fillWithSeed);
  project.provide("seededFile", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
