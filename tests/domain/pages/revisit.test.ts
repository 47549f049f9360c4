import { describe, expect, test } from "vitest";
import {
  answerOf,
  dueIfCutOff,
  idleUntil,
  isSameSite,
  isSameText,
  mayAskAgain,
  mayStandFor,
  nextCheck,
  retryAfter,
  standingInVain,
  standingOf,
} from "#domain/pages/revisit.ts";

const NOW = new Date("2026-11-23T09:00:00.123Z");
const DAY_MS = 86_400_000;

test.each([
  [1, 60_000],
  [2, 600_000],
  [3, 3_600_000],
  [4, null],
  [40, null],
])("after %i visits in vain the next is in %j ms", (attempts, ms) => {
  expect(retryAfter(attempts)).toBe(ms);
});

test.each([
  [0, 0],
  [2, 2],
  [24 * 60, 24 * 60],
  [40 * 24 * 60, 24 * 60],
  [-5, 0],
])(
  "a page that stands so for %i minutes is due %i after the lease, if the visit is cut off",
  (stood, wait) => {
    const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
    expect(dueIfCutOff(minutes(-stood), NOW, minutes(2))).toEqual(minutes(2 + wait));
  },
);

describe("the next check", () => {
  const days = (id: string, every = 30) => (nextCheck(NOW, id, every).getTime() - NOW.getTime()) / DAY_MS;

  test("is in the last fifth of the period", () => {
    for (let i = 0; i < 1000; i++) {
      expect(days(`page-${i}`)).toBeGreaterThanOrEqual(24);
      expect(days(`page-${i}`)).toBeLessThan(30);
      expect(days(`page-${i}`, 5)).toBeLessThan(5);
    }
  });

  test("is spread: each tenth of that time has its share of pages", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 5000; i++) {
      const tenth = Math.floor(((days(`0f3a-${i * 7919}-b2`) - 24) / 6) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(count).toBeGreaterThan(350);
  });

  test("is the same for the same page and moment", () => {
    expect(nextCheck(NOW, "p", 30)).toEqual(nextCheck(NOW, "p", 30));
    expect(nextCheck(NOW, "p", 30)).not.toEqual(nextCheck(NOW, "q", 30));
  });
});

test.each([
  [200, { kind: "page" }],
  [203, { kind: "page" }],
  [304, { kind: "as-it-was" }],
  [404, { kind: "gone" }],
  [410, { kind: "gone" }],
  [401, { kind: "failed", fault: "asks-for-login" }],
  [407, { kind: "failed", fault: "asks-for-login" }],
  [403, { kind: "failed", fault: "forbidden" }],
  [451, { kind: "failed", fault: "forbidden" }],
  [429, { kind: "failed", fault: "too-busy" }],
  [500, { kind: "failed", fault: "server-error" }],
  [503, { kind: "failed", fault: "server-error" }],
  [302, { kind: "failed", fault: "unexpected-answer" }],
  [418, { kind: "failed", fault: "unexpected-answer" }],
])("an answer %i", (status, answer) => {
  expect(answerOf(status)).toEqual(answer);
});

test.each<[string, string | null, string | null, boolean]>([
  ["the same words, spaced otherwise", "One two.\n\nThree", " One\ttwo. Three\n", true],
  ["the same words with a wide space between them", "電 池", "電\u3000池", true],
  ["another word", "One two", "One three", false],
  ["a word more", "One two", "One two three", false],
  ["no text any more", "One", null, false],
  ["no text on either side, but other bytes", null, null, false],
])("%s", (_what, before, now, isSame) => {
  expect(isSameText({ text: before, sha256: "1" }, { text: now, sha256: "2" })).toBe(isSame);
  expect(isSameText({ text: before, sha256: "1" }, { text: now, sha256: "1" })).toBe(true);
});

test.each([
  ["neither has a text and both are markup", { isMarkup: true }, { isMarkup: true }, true],
  ["neither has a text and only one is markup", { isMarkup: true }, {}, false],
  ["one has no text, though both are markup", { text: "One", isMarkup: true }, { isMarkup: true }, false],
  ["one could not be read", { isUnread: true }, { text: "One" }, true],
  ["the other could not be read", { text: "One" }, { isUnread: true }, true],
])("other bytes where %s", (_what, before, now, isSame) => {
  expect(isSameText({ text: null, sha256: "1", ...before }, { text: null, sha256: "2", ...now })).toBe(
    isSame,
  );
});

describe("a link stands", () => {
  const first = { text: "What was logged", sha256: "1" };
  const other = { text: "Buy this domain", sha256: "2" };

  test.each([
    ["alive", "at the first visit, wherever it leads", null, other, "elsewhere-for-good"],
    ["alive", "where the page says the same", first, { text: "What was  logged", sha256: "3" }, "there"],
    ["alive", "where it says the same elsewhere for now", first, { ...first, sha256: "3" }, "elsewhere"],
    ["moved", "where it says the same elsewhere for good", first, first, "elsewhere-for-good"],
    ["changed", "where the page says something else", first, other, "there"],
    ["moved", "where another address says something else", first, other, "elsewhere"],
    ["moved", "where another address for good says something else", first, other, "elsewhere-for-good"],
  ] as const)("%s %s", (standing, _where, before, found, whither) => {
    expect(standingOf(before, found, whither)).toBe(standing);
  });

  test.each([
    ["waiting", "unreachable"],
    ["alive", "unreachable"],
    ["changed", "unreachable"],
    ["unreachable", "unreachable"],
    ["gone", "gone"],
  ] as const)("visited in vain and known as %s: %s", (known, standing) => {
    expect(standingInVain(known)).toBe(standing);
  });
});

test.each([
  ["https://example.org/a", "http://example.org/b", true],
  ["https://m.example.org/a", "https://www.example.org/a", true],
  ["https://amp.example.org/a", "https://example.org/a", true],
  ["https://www.m.example.org/", "https://example.org/", true],
  ["https://a.example.org/", "https://b.example.org/", false],
  ["https://example.org/", "https://example.com/", false],
  ["https://example.org/", "https://example.org.evil.net/", false],
  ["https://m.com/", "https://com/", false],
  ["https://example.org:8443/", "https://example.org/", false],
])("%s and %s are of one site: %j", (a, b, isOne) => {
  expect(isSameSite(a, b)).toBe(isOne);
  expect(isSameSite(b, a)).toBe(isOne);
});

test.each([
  ["https://example.org/a/1", "https://example.org/", false],
  ["https://example.org/a/1", "https://example.org/a", true],
  ["https://example.org/a/1", "https://example.org/?id=1", true],
  ["https://example.org/", "https://www.example.org/", true],
])("%s may also be found at %s: %j", (url, address, may) => {
  expect(mayStandFor(url, address)).toBe(may);
});

test("what nobody wants to know of is left alone for thirty days", () => {
  expect(idleUntil(NOW).getTime() - NOW.getTime()).toBe(30 * DAY_MS);
});

test("a page is left alone for a minute after a visit, whoever asks", () => {
  expect(mayAskAgain(NOW, NOW)).toBe(false);
  expect(mayAskAgain(NOW, new Date(NOW.getTime() + 59_999))).toBe(false);
  expect(mayAskAgain(NOW, new Date(NOW.getTime() + 60_000))).toBe(true);
});
