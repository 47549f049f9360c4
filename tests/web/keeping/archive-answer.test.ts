import { describe, expect, test } from "vitest";
import { readArchiveAnswer } from "#web/keeping/archive-answer.ts";
import { NOW } from "../../support/seeded.ts";

const ORIGIN = "https://archive.org";
const STAMP = "20251003101530";
const CLOSEST = {
  ...{ available: true, status: "200", timestamp: STAMP },
  url: `http://web.archive.org/web/${STAMP}/https://example.org/a?b=1`,
};
const read = (answer: unknown, origin = ORIGIN) =>
  readArchiveAnswer(typeof answer === "string" ? answer : JSON.stringify(answer), origin, NOW);
const withClosest = (changes: object) => ({ archived_snapshots: { closest: { ...CLOSEST, ...changes } } });
const withStamp = (timestamp: string) =>
  withClosest({ timestamp, url: `https://web.archive.org/web/${timestamp}/https://example.org/` });

describe("an archive's answer", () => {
  test("tells of the copy that it has, beside whatever else it tells", () => {
    const takenAt = new Date("2025-10-03T10:15:30Z");
    const url = `https://web.archive.org/web/${STAMP}/https://example.org/a?b=1`;
    expect(read({ url: "example.org", timestamp: "20251003", ...withClosest({}) })).toEqual({
      ok: true,
      value: { url, takenAt },
    });
  });

  test("tells that it has none", () => {
    expect(read({ url: "example.org", archived_snapshots: {} })).toEqual({ ok: true, value: null });
  });

  test.each([
    [`https://archive.org/web/${STAMP}/x`, ORIGIN, `https://archive.org/web/${STAMP}/x`],
    [`http://archive.org/web/${STAMP}/x`, ORIGIN, `https://archive.org/web/${STAMP}/x`],
    [`http://10.0.0.1:81/all/${STAMP}mp_/x`, "http://10.0.0.1:81", `http://10.0.0.1:81/all/${STAMP}mp_/x`],
    [`http://web.archive.org/web/${STAMP}/x`, "http://10.0.0.1:81", `https://web.archive.org/web/${STAMP}/x`],
  ])("has a copy at %s for %s", (url, origin, kept) => {
    expect(read(withClosest({ url }), origin)).toMatchObject({ value: { url: kept } });
  });

  test.each<[string, unknown]>([
    ["nothing", ""],
    ["broken JSON", '{"archived_snapshots": {'],
    ["a number", "1"],
    ["null", "null"],
    ["a list", "[]"],
    ["a list a thousand deep", "[".repeat(1_000) + "]".repeat(1_000)],
    ["no snapshots", {}],
    ["snapshots of none", { archived_snapshots: null }],
    ["a list of snapshots", { archived_snapshots: [] }],
    ["snapshots of another kind", { archived_snapshots: { first: CLOSEST } }],
    ["a snapshot that is none", { archived_snapshots: { closest: null } }],
    ["a text for a snapshot", { archived_snapshots: { closest: "https://web.archive.org" } }],
    ["an empty snapshot", { archived_snapshots: { closest: {} } }],
    ["one that is not to be had", withClosest({ available: false })],
    ["availability as a text", withClosest({ available: "true" })],
    ["a copy of an error", withClosest({ status: "404" })],
    ["a status as a number", withClosest({ status: 200 })],
    ["no link", withClosest({ url: undefined })],
    ["a list of links", withClosest({ url: [CLOSEST.url] })],
    ["a script", withClosest({ url: `javascript:alert(1)//web.archive.org/web/${STAMP}/` })],
    ["data", withClosest({ url: `data:text/html,/${STAMP}` })],
    ["a link without a host", withClosest({ url: `/web/${STAMP}/https://example.org/` })],
    ["a link of another site", withClosest({ url: `https://example.org/web/${STAMP}/` })],
    ["a link of a site by a like name", withClosest({ url: `https://xweb.archive.org/web/${STAMP}/` })],
    ["another port", withClosest({ url: `https://web.archive.org:8443/web/${STAMP}/` })],
    ["a name and a password", withClosest({ url: `https://a:b@web.archive.org/web/${STAMP}/` })],
    ["a link of another time", withClosest({ url: "https://web.archive.org/web/20250101000000/x" })],
    ["a link without a time", withClosest({ url: "https://web.archive.org/account/login" })],
    ["a link without an end", withClosest({ url: `${CLOSEST.url}${"x".repeat(10_000)}` })],
    ["a time as a number", withClosest({ timestamp: Number(STAMP) })],
    ["a day", withStamp("20251003")],
    ["a day that there is not", withStamp("20250230101530")],
    ["hour 24", withStamp("20251003241530")],
    ["minute 60", withStamp("20251003106030")],
    ["a second of a leap", withStamp("20251003101560")],
    ["a time before there were pages", withStamp("19891231235959")],
    ["a time to come", withStamp("20261124100000")],
    ["digits of another script", withStamp("２０２５１００３１０１５３０")],
  ])("is none where it is %s", (_what, answer) => {
    expect(read(answer)).toEqual({ ok: false, error: "no-answer" });
  });
});
