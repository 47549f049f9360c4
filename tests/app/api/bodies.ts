import { AGENTIC, get } from "./api.ts";

/** A page that is on no forecast yet. */
export const anEvidence = {
  url: "https://example.org/agents-in-2026",
  title: "Agents in 2026",
  publisher: "Example Review",
  publishedOn: "2026-08-01",
  stance: "supports",
  strength: "moderate",
  summary: "A survey of how many firms run agents.",
};

/** A verdict that the agentic forecast takes. */
export const aVerdict = {
  outcome: "partly",
  happenedOn: "2026-08-01",
  knownOn: "2026-11-01",
  rationale: "Some use is mainstream, not all that was named.",
  evidenceIds: [] as readonly string[],
  withoutEvidenceReason: "what is logged does not decide it",
};

/** The same citing some evidence. */
export function aVerdictCiting(...evidenceIds: readonly string[]) {
  const { withoutEvidenceReason, ...rest } = aVerdict;
  return { ...rest, evidenceIds };
}

/** The ids of the evidence on a forecast. */
export async function evidenceIdsOf(slug: string): Promise<readonly string[]> {
  const { body } = await get(`/forecasts/${slug}/evidence`);
  return body.items.map(({ id }: { id: string }) => id);
}

/** One of them. */
export async function anEvidenceIdOf(slug = AGENTIC): Promise<string> {
  const [id] = await evidenceIdsOf(slug);
  if (id === undefined) throw new Error(`${slug} has no evidence`);
  return id;
}
