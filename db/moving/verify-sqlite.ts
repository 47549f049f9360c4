import { existsSync } from "node:fs";
import type { Database as Connection } from "better-sqlite3";
import { migrationsOf } from "../engine/migrations.ts";
import { requireAccess } from "../engine/sqlite/access.ts";
import { inspect } from "../engine/sqlite/file.ts";
import { lookAt } from "../engine/sqlite/look.ts";
import { versionOf } from "../engine/sqlite/migrations.ts";
import { madeBy, schemaFaults } from "../engine/sqlite/schema.ts";
import { looseReferences, pagesFault } from "../engine/sqlite/soundness.ts";
import { StoreRefusal } from "../store.ts";
import { type Finding, finding, ofHistory, unreadable } from "./finding.ts";
import { ALL_NUMBERS, GAPS, historyNumbers } from "./history-numbers.ts";

type Row = { readonly [column: string]: unknown };

function ofPages(connection: Connection): Finding {
  const fault = pagesFault(connection, "integrity_check");
  return finding("Pages and indexes", fault === null ? [] : [fault], "sound (integrity_check)");
}

const ofReferences = (connection: Connection): Finding =>
  finding("Foreign keys", looseReferences(connection), "each leads to a row that is there");

function ofTables(connection: Connection): Finding {
  const about = "Tables, indexes and triggers";
  const version = versionOf(connection);
  const migration = migrationsOf("sqlite").find(({ when }) => when === version);
  if (version === null || migration === undefined)
    return finding(about, ["of a version that this one does not know"], "");
  return finding(
    about,
    schemaFaults(connection, version),
    `all ${madeBy(version)} as ${migration.name} left them`,
  );
}

function ofNumbers(connection: Connection): Finding {
  const ask = (question: string) => connection.prepare<[], Row>(question);
  return ofHistory(historyNumbers(ask(ALL_NUMBERS).get(), ask(GAPS).all()));
}

const LOOKS = [
  ["Pages and indexes", ofPages],
  ["Foreign keys", ofReferences],
  ["Tables, indexes and triggers", ofTables],
  ["History", ofNumbers],
] as const;

/**
 * Looks at all of a file and its log, as of one moment, whether or not somebody has it open.
 *
 * @param found is given each finding as soon as it is there
 * @throws StoreRefusal when there is none, or it is no database of ours
 */
export function verifySqlite(file: string, found: (finding: Finding) => void): void {
  requireAccess(file, "read");
  if (!existsSync(file)) throw new StoreRefusal(`There is no database at ${file}.`);
  inspect(file, "header");
  lookAt(file, (connection) => {
    // Whatever is changed meanwhile.
    connection.exec("BEGIN");
    for (const [about, look] of LOOKS) {
      try {
        found(look(connection));
      } catch (error) {
        found(unreadable(about, error));
      }
    }
  });
}
