import { describe, expect, test } from "vitest";
import { countByStatus } from "#db/lists/queue.ts";
import { judgementFaults } from "#domain/verdicts/judgement.ts";
import { STATUSES } from "#domain/vocabulary.ts";
import { checkWindow } from "#domain/window.ts";
import { fill } from "#scripts/bench/data-set.ts";
import { recordsOf } from "#scripts/bench/records.ts";
import { connectTo, emptyStore, TODAY } from "../../support/store.ts";

const whole = (size: number, seed?: number) => {
  const records = recordsOf(size, TODAY, seed);
  return { people: records.people, batches: [...records.batches()] };
};
const made = whole(600).batches;
const forecasts = made.flatMap((batch) => batch.forecasts);
const verdicts = made.flatMap((batch) => batch.verdicts);

describe("a generated data set", () => {
  test("is the same for the same seed, and another for another", () => {
    expect(whole(300)).toEqual(whole(300));
    expect(whole(300, 2)).not.toEqual(whole(300, 1));
  });

  test("has as many forecasts as asked for, each with five links to different pages", () => {
    expect(forecasts).toHaveLength(600);
    expect(new Set(forecasts.map(({ slug }) => slug)).size).toBe(600);
    const links = Map.groupBy(
      made.flatMap((batch) => batch.evidence),
      ({ forecastId }) => forecastId,
    );
    for (const { id } of forecasts) expect(new Set(links.get(id)?.map(({ pageId }) => pageId)).size).toBe(5);
  });

  test("keeps to the rules of windows and verdicts", () => {
    const unset = { dueFrom: null, dueBy: null, graceBy: null };
    for (const forecast of forecasts) {
      expect(checkWindow(forecast.saidOn, { ...unset, ...forecast }).ok).toBe(true);
    }
    const byId = new Map(forecasts.map((forecast) => [forecast.id, { ...unset, ...forecast }]));
    expect(verdicts.length).toBeGreaterThan(200);
    for (const { forecastId, happenedOn = null, ...verdict } of verdicts) {
      const forecast = byId.get(forecastId);
      if (forecast === undefined) throw new Error("a verdict of no forecast");
      expect(judgementFaults(forecast, { ...verdict, happenedOn, alreadyJudgeable: true }, TODAY)).toEqual(
        [],
      );
    }
  });

  test("goes into a database whole, with forecasts of every status", async () => {
    const { store, file } = await emptyStore();
    await fill(store, recordsOf(1500, TODAY));
    const counts = await countByStatus(store.read, TODAY);
    for (const status of STATUSES) expect(counts[status], status).toBeGreaterThan(10);
    expect(connectTo(file, "read").pragma("foreign_key_check")).toEqual([]);
  });
});
