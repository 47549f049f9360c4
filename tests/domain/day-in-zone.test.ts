import { afterEach, expect, test, vi } from "vitest";
import { dayIn } from "#domain/day.ts";

afterEach(() => vi.restoreAllMocks());

const NOON = new Date("2026-11-22T12:00:00Z");
const EVENING = new Date("2026-11-22T16:00:00Z");

test("each zone counts its own day, whichever was asked before", () => {
  const rows: readonly (readonly [string, Date, string])[] = [
    ["Asia/Taipei", NOON, "2026-11-22"],
    ["Asia/Taipei", EVENING, "2026-11-23"],
    ["UTC", EVENING, "2026-11-22"],
    ["America/New_York", new Date("2026-03-01T04:59:59Z"), "2026-02-28"],
    ["Asia/Taipei", EVENING, "2026-11-23"],
    ["Pacific/Apia", new Date("2011-12-30T10:00:00Z"), "2011-12-31"],
  ];
  for (const [zone, now, expected] of rows)
    expect(dayIn(zone, now), `${zone} ${now.toJSON()}`).toBe(expected);
});

test("what writes a day is made once for each zone, however many days are asked for", () => {
  const making = vi.spyOn(Intl, "DateTimeFormat");
  for (let times = 0; times < 50; times += 1) {
    dayIn("Europe/Lisbon", NOON);
    dayIn("Asia/Tokyo", EVENING);
  }
  expect(making).toHaveBeenCalledTimes(2);
});
