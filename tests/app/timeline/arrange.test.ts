import { describe, expect, it } from "vitest";
import { agendaOf, bySide, inGroups } from "#app/_ui/timeline/arrange.ts";
import type { Grouping } from "#app/_ui/timeline/view.ts";
import { stretchOf } from "#domain/lists/axis.ts";
import { forecastWith, TODAY } from "./items.ts";

const OPEN = forecastWith("open", { dueFrom: "2026-09-10", dueBy: "2027-09-10" }, "grace");
const LATE_B = forecastWith("late-b", { dueFrom: "2025-09-10", dueBy: "2026-09-10" });
const LATE_A = forecastWith("late-a", { dueFrom: "2025-09-10", dueBy: "2026-09-10" });
const FAR = forecastWith("far", { dueFrom: "2030-09-10", dueBy: "2035-09-10" });
const LONG_PAST = forecastWith("long-past", { dueFrom: "2020-01-01", dueBy: "2021-01-01" });
const ENDLESS = forecastWith("endless", { dueFrom: "2026-06-01" });
const LOOK_LATER = forecastWith("a-look-later", { reviewOn: "2028-09-10" });
const LOOK_SOON = forecastWith("b-look-soon", { reviewOn: "2026-12-31" });
const NO_LOOK = forecastWith("a-no-look", {});
const ALL = [NO_LOOK, LOOK_LATER, LOOK_SOON, FAR, ENDLESS, OPEN, LATE_B, LATE_A, LONG_PAST];
const slugs = (items: readonly { readonly slug: string }[]) => items.map(({ slug }) => slug);

describe("inGroups", () => {
  it.each<[Grouping, [string, string[]][]]>([
    ["due", [["", ["late-a", "late-b", "open", "far", "endless"]]]],
    [
      "status",
      [
        ["overdue", ["late-a", "late-b"]],
        ["open", ["open"]],
        ["upcoming", ["far"]],
        ["watching", ["endless"]],
      ],
    ],
    [
      "speaker",
      [
        ["ada", ["late-a", "late-b", "far", "endless"]],
        ["grace", ["open"]],
      ],
    ],
    ["source", [["talk", ["late-a", "late-b", "open", "far", "endless"]]]],
  ])("by %s, in the order of what falls due whatever order they came in", (group, expected) => {
    const dated = [ENDLESS, FAR, LATE_B, OPEN, LATE_A];
    for (const items of [dated, dated.toReversed()]) {
      expect(inGroups(items, group).map(({ key, items: own }) => [key, slugs(own)])).toEqual(expected);
    }
  });
});

describe("bySide", () => {
  it("tells what a stretch shows from what lies before and after it, and gives the undated no date", () => {
    const { before, inside, after, undated } = bySide(ALL, stretchOf("year", TODAY));
    expect(slugs(before)).toEqual(["long-past"]);
    expect(slugs(inside)).toEqual(["late-a", "late-b", "open", "endless"]);
    expect(slugs(after)).toEqual(["far"]);
    expect(slugs(undated)).toEqual(["b-look-soon", "a-look-later", "a-no-look"]);
  });
});

describe("agendaOf", () => {
  it("has each dated forecast once, on the day it falls due or opens, and today in its place", () => {
    const agenda = agendaOf(ALL, "year", TODAY);
    expect(agenda.map(({ start, days }) => [start, days.map(({ on, items }) => [on, slugs(items)])])).toEqual(
      [
        ["2021-01-01", [["2021-01-01", ["long-past"]]]],
        [
          "2026-01-01",
          [
            ["2026-06-01", ["endless"]],
            ["2026-09-10", ["late-a", "late-b"]],
            ["2026-11-23", []],
          ],
        ],
        ["2027-01-01", [["2027-09-10", ["open"]]]],
        ["2035-01-01", [["2035-09-10", ["far"]]]],
      ],
    );
  });

  it("puts what falls due today under today", () => {
    const now = forecastWith("now", { dueFrom: "2026-01-01", dueBy: TODAY });
    expect(agendaOf([now], "quarter", TODAY)).toEqual([
      { start: "2026-10-01", days: [{ on: TODAY, items: [now] }] },
    ]);
  });
});
