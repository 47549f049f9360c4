import { describe, expect, it } from "vitest";
import { readView, timelineAddress } from "#app/_ui/timeline/view.ts";
import { day } from "#domain/day.ts";

const DEFAULT = { zoom: "year", group: "due", at: null } as const;

describe("readView", () => {
  it.each([
    ["", DEFAULT],
    ["zoom=quarter&group=speaker&at=2028-02-29", { zoom: "quarter", group: "speaker", at: "2028-02-29" }],
    ["zoom=century&group=tag&at=2026-02-30", DEFAULT],
    ["zoom=&group=&at=", DEFAULT],
    ["zoom=__proto__&group=constructor&at=0000-01-01", DEFAULT],
    ["zoom=decade&zoom=quarter", { ...DEFAULT, zoom: "decade" }],
  ])("reads %j kindly", (query, view) => {
    expect(readView(new URLSearchParams(query))).toEqual(view);
  });
});

describe("timelineAddress", () => {
  it.each([
    ["", DEFAULT, undefined, "/timeline"],
    ["zoom=decade&q=gpu", DEFAULT, undefined, "/timeline?q=gpu"],
    [
      "status=open&status=overdue&tag=a%26b&speaker=&cursor=old&evil=1",
      { zoom: "decade", group: "status", at: day("2030-09-10") },
      undefined,
      "/timeline?status=open&status=overdue&tag=a%26b&zoom=decade&group=status&at=2030-09-10",
    ],
    [
      "dueAfter=2026-01-01&outcome=true",
      DEFAULT,
      "abc",
      "/timeline?outcome=true&dueAfter=2026-01-01&cursor=abc",
    ],
  ] as const)("keeps of %j the filters alone", (params, view, cursor, address) => {
    expect(timelineAddress(new URLSearchParams(params), view, cursor)).toBe(address);
  });
});
