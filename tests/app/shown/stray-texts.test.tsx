import { expect, test } from "vitest";
import { hostile, rightToLeft, WITHIN } from "../../support/hostile-records.ts";
import { strayIn, strayInPlain } from "./stray-texts.ts";

const raw = hostile(1, "Ada");
const [one, other] = [rightToLeft(1, "Ada"), rightToLeft(2, "Ben")];
const mark = `<span class="unseen" role="img">\u202e</span>`;

test.each([
  ["bare in a line", `<p>by ${one}, 3 May</p>`],
  ["in an element that isolates nothing", `<p>by <span>${one}</span></p>`],
  ["a part of one", `<p>${WITHIN} \u05d0</p>`],
  ["two in one isolate", `<p><bdi>${one}, ${other}</bdi></p>`],
  ["the same twice in one isolate", `<p><bdi>${one}, ${one}</bdi></p>`],
  ["with what ends its isolate", `<p><bdi>${raw}</bdi></p>`],
  ["with a mark in no isolate", `<p>${mark}</p>`],
  ["in a name for those who hear the page", `<a href="/" aria-label="Remove ${one}">×</a>`],
  ["in the words of a pointer", `<a href="/" title="${one}">×</a>`],
  ["in a choice", `<select><option value="a">${one} (3)</option></select>`],
  ["in a field that begins on the left", `<input type="text" value="${one}">`],
  ["in a field of several lines that begins on the left", `<textarea>${one}</textarea>`],
])("a text is found that stands in no isolate of its own: %s", (_, html) => {
  expect(strayIn(html)).toHaveLength(1);
});

test.each([
  ["in one", `<p>by <bdi>${one}</bdi>, <bdi>${other}</bdi></p>`],
  ["with its marks", `<p><bdi>${one} ${mark}</bdi></p>`],
  ["with a part of it marked", `<p><bdi>${one} <mark>${other}</mark></bdi></p>`],
  ["with an entity in it", `<select><option value="a">\u2068${one} &amp; Ben\u2069 (3)</option></select>`],
  ["between the characters of one", `<a href="/" aria-label="Remove \u2068${one}\u2069">×</a>`],
  [
    "in a field that begins where it does",
    `<input dir="auto" value="${one}"><textarea dir="auto">${raw}</textarea>`,
  ],
  [
    "where only machines read",
    `<a href="/${one}" data-value="${raw}">×</a><input type="hidden" value="${raw}">`,
  ],
])("one that does is not: %s", (_, html) => {
  expect(strayIn(html)).toEqual([]);
});

test("a title is looked at as plain text", () => {
  expect(strayInPlain(`${one} · Hindcast`)).toHaveLength(1);
  expect(strayInPlain(`\u2068${one}\u2069 · Hindcast`)).toEqual([]);
});
