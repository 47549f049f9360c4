import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Location } from "../../../db/engine/location.ts";
import { connect } from "../../../db/engine/sqlite/connection.ts";
import { openSqlite, prepareSqlite } from "../../../db/engine/sqlite/open.ts";
import { fillWithSeed } from "../seeded.ts";
import type { Engine, Row } from "./engine.ts";

const fileOf = (place: Location): string => {
  if (place.engine !== "sqlite") throw new TypeError("not a file");
  return place.file;
};

/** Real files with the real migrations, in one folder. */
export function sqliteEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-test-"));
  const newFile = () => join(mkdtempSync(join(folder, "case-")), "hindcast.db");
  let template: Promise<string> | undefined;
  const makeTemplate = async () => {
    const file = newFile();
    await prepareSqlite(file, fillWithSeed);
    return file;
  };
  return {
    name: "sqlite",
    unused: async () => ({ engine: "sqlite", file: newFile() }),
    async seeded() {
      template ??= makeTemplate();
      const file = newFile();
      copyFileSync(await template, file);
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
    close: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
