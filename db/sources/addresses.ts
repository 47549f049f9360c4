import { eq } from "drizzle-orm";
import { copies, evidence, forecasts, sources, speakers } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** By what the second part of an address names them. */
const RECORDS = {
  copies: copies.id,
  evidence: evidence.id,
  forecasts: forecasts.slug,
  sources: sources.slug,
  speakers: speakers.slug,
};

/** The kinds of records that have a page each, by the first part of its address. */
export type Addressed = keyof typeof RECORDS;

export const isAddressed = (kind: string | undefined): kind is Addressed =>
  kind !== undefined && Object.hasOwn(RECORDS, kind);

/** Whether there is a record of a kind under a name of its own. */
export async function isOnRecord(read: Reader, kind: Addressed, name: string): Promise<boolean> {
  const column = RECORDS[kind];
  const [found] = await read.select({ name: column }).from(column.table).where(eq(column, name));
  return found !== undefined;
}
