import type { Row } from "./engines/engine.ts";

/** The columns that say who did something: by the id of an actor, and by the name itself before there were actors. */
export const NAMED: { readonly [table: string]: readonly string[] } = {
  evidence: ["recorded_by", "withdrawn_by"],
  forecasts: ["recorded_by", "withdrawn_by"],
  history: ["by"],
  passages: ["recorded_by"],
  reviews: ["recorded_by"],
  source_documents: ["recorded_by"],
  verdicts: ["recorded_by", "ended_by"],
};

/** Every row of every table as it was before there were actors: their ids are made anew by each upgrade. */
export function withNames(tables: { readonly [table: string]: readonly Row[] }): Record<string, Row[]> {
  const { actors = [], ...others } = tables;
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const named = (table: string, row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        NAMED[table]?.includes(column) ? (names.get(value) ?? null) : value,
      ]),
    );
  return Object.fromEntries(
    Object.entries(others).map(([table, rows]) => [table, rows.map((row) => named(table, row))]),
  );
}
