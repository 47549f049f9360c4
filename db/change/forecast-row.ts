import { eq } from "drizzle-orm";
import type { Reader } from "../engine/store.ts";
import { forecasts } from "../schema/tables.ts";

/** A forecast's own row, for those who need its id and what it is judged by. */
export async function findForecastRow(read: Reader, slug: string) {
  const [row] = await read.select().from(forecasts).where(eq(forecasts.slug, slug));
  return row;
}
