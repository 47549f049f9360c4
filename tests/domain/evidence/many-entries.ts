import fc from "fast-check";
import { sketchOf } from "#domain/pages/sketch.ts";
import { SOURCE_KINDS, STANCES, STRENGTHS } from "#domain/vocabulary.ts";
import { entryWith, on } from "./entries.ts";

const text = (from: number, to: number) =>
  sketchOf(Array.from({ length: to - from }, (_, place) => `word${from + place}`).join(" "));

/** The second is a reprint of the first and of the third, which are none of each other. */
const SKETCHES = [text(0, 1_000), text(90, 1_090), text(180, 1_180), text(5_000, 6_000)];
const DAYS = ["2025-12-01", "2026-03-01", "2026-11-23"].map((text) => on(text));

/** Entries of all sorts that share publishers, pages and texts, each with an id of its own. */
export const manyEntries = fc
  .array(
    fc.record({
      stance: fc.constantFrom(...STANCES),
      strength: fc.constantFrom(...STRENGTHS),
      publisher: fc.constantFrom("Wired", "The Verge", "verge", "Reuters", "reuters.com", "LWN"),
      kind: fc.option(fc.constantFrom(...SOURCE_KINDS)),
      publishedOn: fc.option(fc.constantFrom(...DAYS)),
      recordedAt: fc.integer({ min: 0, max: 3 }).map((at) => new Date(at)),
      recordedOn: fc.constantFrom(...DAYS),
      pageId: fc.option(fc.constantFrom("p", "q", "r", "s", "t")),
      ledTo: fc.option(fc.constantFrom("https://example.org/a", "https://example.org/b")),
      sketch: fc.option(fc.constantFrom(...SKETCHES)),
    }),
    { maxLength: 14 },
  )
  .map((entries) =>
    entries.map((entry, place) => entryWith({ ...entry, id: `m${String(place).padStart(3, "0")}` })),
  );
