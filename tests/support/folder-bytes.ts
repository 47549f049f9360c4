import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "./store.ts";

/** Every name in a folder, with a hash of what is in the file of that name: nothing may be left out. */
export const folderBytes = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, statSync(join(folder, name)).isFile() ? sha256(join(folder, name)) : "a folder"]),
  );
