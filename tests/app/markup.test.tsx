import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OutcomeMark, outcomeMarkup, Tally, tallyMarkup } from "#app/_ui/text/marks.tsx";
import { Day, dayMarkup } from "#app/_words/day.tsx";
import { type Filling, htmlOf, markup } from "#app/_words/markup.ts";
import { Quote, quoteMarkup } from "#app/_words/translated.tsx";
import { day } from "#domain/day.ts";
import { OUTCOMES } from "#domain/vocabulary.ts";
import { en } from "#messages/en.ts";

/** As React draws it, with the quotes and names that ours have. */
const renderedBy = (element: ReactNode) =>
  renderToStaticMarkup(element)
    .replaceAll('"', "'")
    .replace("dateTime", "datetime")
    .replaceAll("&#x27;", "&#39;");

const HOSTILE = `<script>alert("1")</script> & 'q'`;

test("a text is escaped wherever it stands, and markup is not", () => {
  const made = htmlOf(markup`<a title='${HOSTILE}'>${HOSTILE}${[HOSTILE, markup`<b>${HOSTILE}</b>`]}</a>`);
  const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;q&#39;";
  expect(made).toBe(`<a title='${escaped}'>${escaped}${escaped}<b>${escaped}</b></a>`);
});

test("nothing is written for what is not there, and a number as it is", () => {
  expect(htmlOf(markup`[${null}${undefined}${false}${0}${[]}]`)).toBe("[0]");
});

test("what has the shape of markup can be made by nothing that was typed", () => {
  const typed = JSON.parse('{"markup":"<b>","html":"<b>"}') as Filling;
  expect(() => markup`${typed}`).toThrow(TypeError);
});

test("the marks of a row are the same as those that React draws elsewhere", () => {
  const on = day("2026-09-10");
  expect(htmlOf(dayMarkup(on, "zh-Hant"))).toBe(renderedBy(<Day on={on} language="zh-Hant" />));
  for (const outcome of OUTCOMES) {
    const drawn = renderedBy(<OutcomeMark outcome={outcome} m={en} />);
    expect(htmlOf(outcomeMarkup(outcome, en))).toBe(drawn);
  }
  for (const counts of [
    { supports: 0, contradicts: 0, context: 0 },
    { supports: 2, contradicts: 1, context: 3 },
  ]) {
    const drawn = renderedBy(<Tally counts={counts} m={en} />);
    expect(htmlOf(tallyMarkup(counts, en))).toBe(drawn);
  }
  expect(htmlOf(quoteMarkup(HOSTILE, "en"))).toBe(renderedBy(<Quote words={HOSTILE} lang="en" />));
});
