import { getStore } from "#app/_request/process/store.ts";
import type { VisitFound } from "#db/pages/watches.ts";
import { visit } from "../../support/visits.ts";
import { AGENTIC, get, post } from "./api.ts";
import { anEvidence } from "./bodies.ts";

/** Later than now whatever the clock says: a visit that was asked for is due. */
export const later = (days = 0): Date => new Date(Date.now() + 1000 + days * 86_400_000);

/** Ends the next visit with what it found. */
export async function visited(found: VisitFound, at = later()): Promise<void> {
  await visit({ store: await getStore() }, at, found);
}

/** Logs a page, has it visited, and gives the entry as it then is, with its copy's id. */
export async function keepPage(
  found: VisitFound,
  changes: object = {},
  slug = AGENTIC,
): Promise<{ readonly id: string; readonly copyId: string; readonly pageId: string }> {
  const { body: entry } = await post(`/forecasts/${slug}/evidence`, { ...anEvidence, ...changes });
  await post(`/evidence/${entry.id}/visits`, {});
  await visited({ ...found, finalUrl: entry.url });
  const { body } = await get(`/evidence/${entry.id}`);
  return { id: entry.id, copyId: body.link.copyId, pageId: body.page };
}
