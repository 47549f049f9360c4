import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { Location } from "#db/engine/location.ts";
import { connect } from "#db/engine/sqlite/connection.ts";
import { openSqlite, prepareSqlite } from "#db/engine/sqlite/open.ts";
import type { Engine, Row } from "./engine.ts";

const fileOf = (place: Location): string => {
  if (place.engine !== "sqlite") throw new TypeError("not a file");
  return place.file;
};

/** Real files with the real migrations, in one folder. */
export function sqliteEngine(): Engine {
  let folder: string | undefined;
  const newFile = () => {
    folder ??= mkdtempSync(join(tmpdir(), "hindcast-test-"));
    return join(mkdtempSync(join(folder, "case-")), "hindcast.db");
  };
  return {
    name: "sqlite",
    unused: async () => ({ engine: "sqlite", file: newFile() }),
    async seeded() {
      const file = newFile();
      copyFileSync(inject("seededFile"), file);
      return { engine: "sqlite", file };
    },
    prepare: (place, fill) => prepareSqlite(fileOf(place), fill),
    open: (place) => openSqlite(fileOf(place)),
    async connect(place) {
      const connection = connect(fileOf(place), "write");
      return {
        async run(statement, values = []) {
          const prepared = connection.prepare<unknown[], Row>(statement.replaceAll(/\$\d+/g, "?"));
          if (prepared.reader) return prepared.all(...values);
          prepared.run(...values);
          return [];
        },
        close: async () => void connection.close(),
      };
    },
    async close() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      folder = undefined;
    },
  };
}
