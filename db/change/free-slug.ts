import { and, gte, lt } from "drizzle-orm";
import { freeSlug, slugFrom } from "#domain/slug.ts";
import type { forecasts, sources, speakers } from "../schema/tables.ts";
import type { Reader } from "../store.ts";

/** A slug made from a text that no record of a kind has yet. @param other what to say where the text has no letters */
export async function newSlug(
  read: Reader,
  records: typeof forecasts | typeof sources | typeof speakers,
  text: string,
  other: string,
): Promise<string> {
  const slug = slugFrom(text, other);
  const rows = await read
    .select({ slug: records.slug })
    .from(records)
    // Those that begin with it: "." is the sign after "-", which joins a number to it.
    .where(and(gte(records.slug, slug), lt(records.slug, `${slug}.`)));
  return freeSlug(slug, new Set(rows.map((row) => row.slug)));
}
