"use server";

import { findPageRecord } from "#db/pages/record.ts";
import { readingState } from "#operations/page-offers.ts";
import { getStore } from "../../../../_request/process/store.ts";

/** Whether the reading of a page has ended, one way or another. */
export async function hasEndedAction(page: string): Promise<boolean> {
  const { read } = await getStore();
  const found = await findPageRecord(read, String(page));
  return found === undefined || readingState(found) !== "waiting";
}
