import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Strip } from "#app/_ui/timeline/strip.tsx";
import type { TimelineItem } from "#db/lists/timeline.ts";
import { day } from "#domain/day.ts";
import { stretchOf } from "#domain/lists/axis.ts";
import { en } from "#messages/en.ts";
import { forecastWith, TODAY } from "./items.ts";

const draw = (forecast: TimelineItem) =>
  renderToStaticMarkup(<Strip forecast={forecast} stretch={stretchOf("year", TODAY)} now={0.35} m={en} />);

describe("a strip of the timeline", () => {
  it("draws the ring of the day it was said over the bar that starts on that day", () => {
    const drawn = draw(forecastWith("a", { dueFrom: "2025-09-10", dueBy: "2026-09-10" }));
    expect(drawn.indexOf('class="said"')).toBeGreaterThan(drawn.indexOf("bar-window fill-overdue"));
    expect(drawn).not.toContain('class="wait"');
  });

  it("draws a window of one day as a diamond, with the wait before it and the grace after it", () => {
    const drawn = draw(
      forecastWith("a", { dueFrom: "2026-09-10", dueBy: "2026-09-10", graceBy: "2026-12-10" }),
    );
    expect(drawn).toContain('<path class="bar-window fill-due"');
    expect(drawn).not.toContain('<rect class="bar-window');
    expect(drawn).toContain('class="wait"');
    expect(drawn).toContain("bar-grace fill-due");
  });

  it("says where a window goes on beyond the edge, and lets one without a last day fade", () => {
    expect(draw(forecastWith("a", { dueFrom: "2026-01-01", dueBy: "2035-01-01" }))).toContain("to 2035");
    const endless = draw(forecastWith("b", { dueFrom: "2026-01-01" }));
    expect(endless).toContain("no last day");
    expect(endless).toContain("mask=");
  });

  it("has a tick for dated evidence for and against, one for several of a day, none for context", () => {
    const drawn = draw(
      forecastWith("a", { dueFrom: "2026-01-01", dueBy: "2027-01-01" }, "ada", {
        evidenceDays: [
          { on: day("2026-03-01"), stance: "supports" },
          { on: day("2026-03-01"), stance: "supports" },
          { on: day("2026-03-01"), stance: "contradicts" },
          { on: day("2026-04-01"), stance: "context" },
          { on: day("2019-01-01"), stance: "supports" },
        ],
      }),
    );
    expect(drawn.match(/class="tick-\w+"/g)).toEqual(['class="tick-supports"', 'class="tick-contradicts"']);
  });

  it("puts the outcome's mark on the day it happened, else on the day it could be known", () => {
    const verdict = {
      id: "v",
      outcome: "true",
      happenedOn: day("2026-07-01"),
      knownOn: day("2026-11-01"),
      rationale: "",
      evidenceIds: [],
      citations: [],
      withoutEvidenceReason: null,
      alreadyJudgeable: false,
      against: null,
      timing: { kind: "on-time", days: 0 },
      recordedAt: new Date(0),
      by: null,
      ending: null,
    } as const;
    const judged = (happenedOn: typeof verdict.happenedOn | null) =>
      draw(
        forecastWith("a", { dueFrom: "2026-01-01", dueBy: "2027-01-01" }, "ada", {
          verdict: { ...verdict, happenedOn },
        }),
      );
    // 365 days and 488 days into 1461.
    expect(judged(verdict.happenedOn)).toMatch(/x="24.98%"[^>]*><circle class="halo"/);
    expect(judged(null)).toMatch(/x="33.4%"[^>]*><circle class="halo"/);
  });
});
