import { eq } from "drizzle-orm";
import { forecasts, sources, speakers } from "./schema.ts";
import type { Reader } from "./store.ts";

const RECORDS = { forecasts, sources, speakers };

/** The kinds of records that have a page each, by the first part of its address. */
export type Addressed = keyof typeof RECORDS;

export const isAddressed = (kind: string | undefined): kind is Addressed =>
  kind !== undefined && Object.hasOwn(RECORDS, kind);

/** Whether there is a record of a kind under a slug. */
export async function isOnRecord(read: Reader, kind: Addressed, slug: string): Promise<boolean> {
  const records = RECORDS[kind];
  const [found] = await read.select({ slug: records.slug }).from(records).where(eq(records.slug, slug));
  return found !== undefined;
}
