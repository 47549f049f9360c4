import { expect, test } from "vitest";
import { findPassage } from "#domain/sources/passage-place.ts";
import { processorMs } from "../../support/processor-time.ts";

const found = (text: string, words: string, startsAt: number | null = null) => {
  const place = findPassage(text, words, startsAt);
  return place.ok ? text.slice(place.value.start, place.value.end) : place.error;
};

test.each<[string, string, string]>([
  ["One two three.", "two", "two"],
  ["One\n\n two\tthree.", "One two three.", "One\n\n two\tthree."],
  ["  One two", "One\n\ntwo", "One two"],
  ["預計會成為\n主流。", "成為 主流", "成為\n主流"],
  ["Un café.", "cafe\u0301", "café"],
  ["a aab", "aab", "aab"],
  ["abababc ababd", "ababd", "ababd"],
  ["😀 or 😁", "😁", "😁"],
])("in %j stands %j", (text, words, expected) => {
  expect(found(text, words)).toBe(expected);
});

test.each<[string, string, string]>([
  ["One two", "three", "words-not-in-copy"],
  ["One two", "", "words-not-in-copy"],
  ["One two", " \n ", "words-not-in-copy"],
  ["", "one", "words-not-in-copy"],
  ["onetwo", "one two", "words-not-in-copy"],
  ["one two one", "one", "words-twice-in-copy"],
  ["aaa", "aa", "words-twice-in-copy"],
])("in %j not %j: %s", (text, words, fault) => {
  expect(found(text, words)).toBe(fault);
});

test("of several places the one that is named is taken", () => {
  expect(findPassage("one  two  one", "one", 10)).toEqual({ ok: true, value: { start: 10, end: 13 } });
  expect(found("one two one", "one", 9)).toBe("words-not-in-copy");
  expect(found("one two one", "one", 99)).toBe("words-not-in-copy");
});

test("nothing in a text of a million characters takes long to be found", async () => {
  const text = `${"a".repeat(4999)}c`.repeat(200);
  const ms = await processorMs(() => {
    expect(found(text, `${"a".repeat(2499)}b${"a".repeat(2499)}`)).toBe("words-not-in-copy");
    expect(found("ab".repeat(500_000), "ab".repeat(2499))).toBe("words-twice-in-copy");
  });
  expect(ms).toBeLessThan(5_000);
});
