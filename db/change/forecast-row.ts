import { eq } from "drizzle-orm";
import { forecasts } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** A forecast's own row, for those who need its id and what it is judged by. */
export async function findForecastRow(read: Reader, slug: string) {
  const [row] = await read.select().from(forecasts).where(eq(forecasts.slug, slug));
  return row;
}
