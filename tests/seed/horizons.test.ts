import { describe, expect, it } from "vitest";
import { readHorizon, textLanguage } from "#domain/horizon/read.ts";
import { forecasts } from "#seed/forecasts.ts";
import { source } from "#seed/people.ts";

const dated = forecasts.filter(({ dueFrom }) => dueFrom !== null);
const undated = forecasts.filter(({ dueFrom }) => dueFrom === null);
const read = (words: string) => readHorizon(words, textLanguage(source.lang), source.publishedOn);

describe("the window of a dated forecast is what the reader works out from its words", () => {
  it("for every one of them", () => expect(dated).toHaveLength(13));

  it.each(dated.map((forecast) => [forecast.slug, forecast] as const))("%s", (_, forecast) => {
    const { dueFrom, dueBy, graceBy, horizon } = forecast;
    const reading = read(horizon.words ?? "");
    expect(reading).toMatchObject({ kind: "window", negative: false, window: { dueFrom, dueBy } });
    const proposed = reading.kind === "window" ? reading.proposedGraceBy : undefined;
    // A grace is ours to give: where it is not the proposed one, the note on the horizon says why.
    if (proposed !== graceBy) expect(horizon.note?.en).toMatch(/grace/);
    if (proposed !== graceBy) expect(horizon.note?.["zh-Hant"]).toMatch(/寬限/);
  });
});

it.each(undated.map(({ slug, horizon }) => [slug, horizon.words ?? ""]))(
  "the words of an undated forecast give no window: %s",
  (_, words) => expect(["vague", "none"]).toContain(read(words).kind),
);
