import { expect, test } from "vitest";
import { stepsOf } from "#app/_ui/timeline/density.tsx";
import { countByMonth } from "#db/lists/timeline.ts";
import { statusOf } from "#domain/forecasts/status.ts";
import { stretchOf, ZOOMS } from "#domain/lists/axis.ts";
import { gridForecasts, gridStore } from "../../support/grid.ts";
import { TODAY } from "../../support/store.ts";

const grid = gridForecasts();
const { read } = await gridStore(grid);

test.each(ZOOMS)(
  "by %s, every forecast that falls due in the stretch is in one step, and in no other",
  async (zoom) => {
    const stretch = stretchOf(zoom, TODAY);
    const steps = stepsOf(zoom, stretch, await countByMonth(read, TODAY, {}, stretch));
    expect(steps[0]?.on).toBe(stretch.from);
    expect(steps.at(-1)?.to).toBe(stretch.to);
    for (const { on, to, total, counts } of steps) {
      const own = grid.filter(({ dueBy }) => dueBy !== null && on <= dueBy && dueBy <= to);
      expect(total).toBe(own.length);
      expect(counts.overdue).toBe(own.filter((forecast) => statusOf(forecast, TODAY) === "overdue").length);
    }
    expect(steps.some(({ total }) => total > 0)).toBe(true);
  },
);
