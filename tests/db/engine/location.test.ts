import { describe, expect, test } from "vitest";
import { describeLocation, isSamePlace, parseDatabaseUrl } from "#db/engine/location.ts";
import { withoutSecrets } from "#db/engine/without-secrets.ts";

describe("a place is read from", () => {
  test.each([
    ["file:./data/hindcast.db", "/srv/data/hindcast.db"],
    ["file:hindcast.db", "/srv/hindcast.db"],
    ["file:/var/lib/hindcast.db", "/var/lib/hindcast.db"],
    ["file:///var/lib/hindcast.db", "/var/lib/hindcast.db"],
  ])("%s", (url, file) => {
    expect(parseDatabaseUrl(url, "/srv")).toEqual({ ok: true, value: { engine: "sqlite", file } });
  });

  test.each([
    "postgres://ada:secret@db.example.org:5432/hindcast",
    "postgresql://db.example.org/hindcast?sslmode=verify-full",
  ])("%s", (url) => {
    expect(parseDatabaseUrl(url, "/srv")).toEqual({ ok: true, value: { engine: "postgres", url } });
  });
});

describe("an address is refused in a sentence that shows no password", () => {
  test.each([
    "",
    "hindcast.db",
    "file:",
    "file:./data/",
    "file://host/hindcast.db",
    "file:./a.db?mode=memory",
    "mysql://ada:secret@db/hindcast",
    "postgres://ada:secret@db",
    "postgres://ada:secret@db/",
    "postgres://ada:secret@db/a/b",
    "postgres://ada:secret@db:port/hindcast",
    "postgres://ada:sec/ret@db:port/hindcast",
    "postgres://ada:12/secret@db",
    "postgres://ada:12#secret@db/hindcast",
    "postgres://ada/secret@db",
    "postgres://ada:secret%E0%A4@db/hindcast",
    "postgres:ada:secret@db/hindcast",
    "file:ada:secret@db/hindcast",
    "file:postgres://ada:secret@db/hindcast",
  ])("%j", (url) => {
    const located = parseDatabaseUrl(url, "/srv");
    expect(located.ok).toBe(false);
    expect(JSON.stringify(located)).toContain("it takes file:");
    expect(JSON.stringify(located)).not.toMatch(/secret|sec\/ret/);
  });
});

test.each([
  ["postgres://ada:secret@db:5432/hindcast?password=secret", "postgres://ada@db:5432/hindcast"],
  ["postgres://db/hindcast", "postgres://db/hindcast"],
])("%s is shown as %s", (url, shown) => {
  expect(withoutSecrets(url)).toBe(shown);
  expect(describeLocation({ engine: "postgres", url })).toBe(shown);
});

test.each([
  ["file:./a.db", "file:./a.db", true],
  ["file:./a.db", "file:./b.db", false],
  ["file:./a.db", "postgres://db/a", false],
  ["postgres://ada:one@db/hindcast", "postgres://bob:two@db/hindcast", true],
  ["postgres://db/hindcast", "postgres://db/other", false],
  ["postgres://db:5432/hindcast", "postgres://db:5433/hindcast", false],
  ["postgres://a/hindcast?host=/run/one", "postgres://a/hindcast?host=/run/two", false],
])("%s and %s are one place: %s", (one, other, same) => {
  const places = [one, other].map((url) => parseDatabaseUrl(url, "/srv"));
  const [a, b] = places.map((place) => (place.ok ? place.value : undefined));
  if (a === undefined || b === undefined) throw new Error("not a place");
  expect([isSamePlace(a, b), isSamePlace(b, a)]).toEqual([same, same]);
});
