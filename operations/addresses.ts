import { z } from "zod";

// The parts of addresses that vary. Whether there is such a record is for the store to say.

const slug = z.string().describe("The name of a record in its address.");
const id = z.string().describe("The id of a record.");

/** An address that is always the same. */
export const nowhere = z.object({});
export const bySlug = z.object({ slug });
export const byId = z.object({ id });
export const bySlugAndId = z.object({ slug, id });
