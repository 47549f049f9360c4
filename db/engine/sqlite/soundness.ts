import type { Database as Connection } from "better-sqlite3";

/** SQLite puts a headline above what it found. */
const inOneLine = (found: string) => found.replace(/^\*\*\* .* \*\*\*\n/, "").replaceAll("\n", "; ");

/**
 * The first thing that SQLite finds wrong with the pages of an open file, null when there is none. It reads the whole
 * file. `quick_check` does not compare tables with their indexes, and takes half as long.
 */
export function pagesFault(connection: Connection, check: "quick_check" | "integrity_check"): string | null {
  const found = String(connection.pragma(`${check}(1)`, { simple: true }) ?? "no answer");
  return found === "ok" ? null : inOneLine(found);
}

/** One phrase for rows of a table that name rows of another which are not there, and which of them is the first. */
export const looseReference = (child: string, parent: string, rows: number, first: string): string =>
  rows === 1
    ? `1 row of ${child} names a row of ${parent} that is not there (${first})`
    : `${rows} rows of ${child} name rows of ${parent} that are not there (the first: ${first})`;

/**
 * The rows of an open file that name a row which is not there: one phrase for each pair of tables. It reads all tables.
 *
 * @example ["2 rows of evidence name rows of pages that are not there (the first: row 17)"]
 */
export const looseReferences = (connection: Connection): readonly string[] =>
  connection
    .prepare<[], { child: string; parent: string; rows: number; first: number }>(
      `select "table" as child, parent, count(*) as rows, min(rowid) as first from pragma_foreign_key_check
        group by 1, 2 order by 1, 2`,
    )
    .all()
    .map(({ child, parent, rows, first }) => looseReference(child, parent, rows, `row ${first}`));

/**
 * Looks at all of an open file: its pages, and whether each row that another one names is there. The time it takes grows
 * with the file, so it is for a file whose last process did not end in order, and for a copy that has just been made.
 *
 * @returns what is wrong, in words that go on behind the file's name; null when it is sound
 * @example "is damaged (Tree 12 page 88: btreeInitPage() returns error code 11)"
 */
export function soundnessFault(connection: Connection): string | null {
  const pages = pagesFault(connection, "quick_check");
  if (pages !== null) return `is damaged (${pages})`;
  const loose = looseReferences(connection);
  return loose.length === 0 ? null : `is damaged (${loose.join("; ")})`;
}
