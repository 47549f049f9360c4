import { expect, test } from "vitest";
import { isForGood, isSameAddress, whitherOf } from "#domain/pages/same-page.ts";

test.each([
  [[], false],
  [[301], true],
  [[308, 301], true],
  [[302], false],
  [[303], false],
  [[307], false],
  [[301, 302], false],
  [[302, 301], false],
])("led on by %j, a link is another for good: %j", (statuses, is) => {
  expect(isForGood(statuses.map((status) => ({ status })))).toBe(is);
});

test.each([
  ["https://example.org/a", "http://www.example.org/a/?utm_source=x#top", true],
  ["https://m.example.org/a/amp", "https://example.org/a", true],
  ["https://example.org/a", "https://example.org/b", false],
  ["https://example.org/a?page=1", "https://example.org/a?page=2", false],
  ["https://example.org/", "https://example.com/", false],
])("%s and %s are one address: %j", (a, b, is) => {
  expect(isSameAddress(a, b)).toBe(is);
  expect(isSameAddress(b, a)).toBe(is);
});

const LOGGED = "http://example.org/a";
test.each([
  ["there", "https://www.example.org/a/?utm_source=x", [301]],
  ["there", "https://example.net/first", [301]],
  ["elsewhere-for-good", "https://example.org/b", [301, 308]],
  ["elsewhere", "https://example.org/b", [302]],
  ["elsewhere", "https://example.org/b", [301, 302]],
])("a link leads %s: %s by %j", (whither, finalUrl, statuses) => {
  const redirects = statuses.map((status) => ({ status }));
  expect(whitherOf([LOGGED, "https://example.net/first"], { finalUrl, redirects })).toBe(whither);
});
