import { join } from "node:path";
import { makeOlder } from "./older-rows.ts";
import { newFolder, seededFile } from "./store.ts";

export { OLDER } from "./older-rows.ts";

/** A file of an older version with the interview in it, in a folder of its own (see `makeOlder`). */
export async function olderFile(migration: string): Promise<string> {
  const file = join(newFolder(), "hindcast.db");
  makeOlder(file, migration, await seededFile());
  return file;
}
