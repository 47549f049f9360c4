import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { describeLocation, isSamePlace, type Location } from "../engine/location.ts";
import { isOlder, openStore, prepareStore } from "../engine/open.ts";
import { indexEverything } from "../search/index-texts.ts";
import { type Reader, type Store, StoreRefusal, type Writer } from "../store.ts";
import {
  recordShapes,
  type Stored,
  storedRows,
  type TableShape,
  type Tally,
  tallying,
  tallyOf,
} from "./table-rows.ts";

/** Is told of each table: how far it is, and what it comes to once both sides hold the same. */
export interface Progress {
  copying(table: string, rows: number): void;
  same(table: string, tally: Tally): void;
}

async function insertRows(tx: Writer, { table }: TableShape, rows: readonly (readonly Stored[])[]) {
  const names = Object.keys(getTableColumns(table));
  const asStored = (row: readonly Stored[]): { [column: string]: SQL } =>
    Object.fromEntries(names.map((name, i) => [name, sql`${row[i] ?? null}`]));
  await tx.insert(table).values(rows.map(asStored));
}

/** Copies every table of records and compares what the other side then holds with what was read. */
async function copyRecords(from: Reader, to: Writer, progress: Progress): Promise<void> {
  for (const shape of recordShapes) {
    const read = tallying();
    let done = 0;
    for await (const rows of storedRows(from, shape)) {
      read.add(rows);
      await insertRows(to, shape, rows);
      done += rows.length;
      progress.copying(shape.name, done);
    }
    const [here, there] = [read.total(), await tallyOf(to, shape)];
    if (here.rows !== there.rows || here.hash !== there.hash)
      throw new StoreRefusal(`${shape.name} is not the same on both sides. Nothing was copied.`);
    progress.same(shape.name, here);
  }
}

async function requireEmpty(tx: Writer, shown: string): Promise<void> {
  for (const { table } of recordShapes) {
    if ((await tx.$count(table)) > 0)
      throw new StoreRefusal(`${shown} holds records. Nothing was copied: the target has to be empty.`);
  }
}

/** Opening what is older brings it up to date: nobody who copies a database has asked for that, on either side. */
async function requireThisVersion(place: Location): Promise<void> {
  if (!(await isOlder(place))) return;
  throw new StoreRefusal(
    `${describeLocation(place)} was written by an older version of Hindcast. Nothing was copied, and nothing was changed. Start this version on it once (npm start, with DATABASE_URL), which brings it up to date, stop it, then copy.`,
  );
}

/**
 * Copies all records, with their ids and their history, from one place to another, whole or not at all. Nobody
 * changes the source meanwhile.
 *
 * @param to where there is no database yet, or one without records
 * @param mayCreate whether a database may be made where there is none
 * @throws StoreRefusal when there is nothing to copy, either side is of an older version, the target is not empty, or
 * what arrived is not what was sent
 */
export async function copyDatabase(
  from: Location,
  to: Location,
  progress: Progress,
  mayCreate = true,
): Promise<void> {
  const shown = describeLocation(to);
  if (isSamePlace(from, to))
    throw new StoreRefusal(`${shown} is both the source and the target. Nothing was copied.`);
  for (const place of [from, to]) await requireThisVersion(place);
  const source = await openStore(from, { isPatient: true });
  try {
    await source.write(async (records) => {
      const fill = (store: Store) =>
        store.write(async (tx) => {
          await requireEmpty(tx, shown);
          await copyRecords(records, tx, progress);
          // Not copied, since each engine has an index of its own kind.
          await indexEverything(tx);
        });
      if ((await prepareStore(to, mayCreate ? fill : null)) === "created") return;
      const target = await openStore(to, { isPatient: true });
      try {
        await fill(target);
      } finally {
        await target.close();
      }
    });
  } finally {
    await source.close();
  }
}
