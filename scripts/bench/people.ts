import type { actors } from "#db/schema/tables.ts";

type Actor = typeof actors.$inferInsert;

/** With ids of their own, so that whatever else is made stays the same with them and without. */
const person = (name: string, number: number): Actor => ({
  id: `be9c4a00-0000-4000-a000-00000000000${number}`,
  kind: "person",
  name,
});

/** Who records the forecasts and judges them. */
export const BENCH = person("Bench", 0);

/** Who logs evidence. */
export const LOGGING = [person("Ada", 1), person("Chen", 2), person("Noor", 3)] as const;
