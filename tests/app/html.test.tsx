import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { handOver, takeOver } from "#app/_ui/frame/handed.ts";
import { Rendered } from "#app/_ui/text/rendered.tsx";
import { type Html, htmlOf, toHtml } from "#app/_words/html.ts";

const HOSTILE = `<script>alert("1")</script> & 'q'`;
const ESCAPED = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#x27;q&#x27;";

test("a text is escaped wherever it stands, and what was rendered before is not escaped again", () => {
  const made = toHtml(<b title={HOSTILE}>{HOSTILE}</b>);
  expect(htmlOf(made)).toBe(`<b title="${ESCAPED}">${ESCAPED}</b>`);
  expect(renderToStaticMarkup(<Rendered as="div" className="plain" of={made} />)).toBe(
    `<div class="plain">${htmlOf(made)}</div>`,
  );
});

test("what has the shape of rendered HTML can be made by nothing that was typed", () => {
  const typed = JSON.parse('{"html":"<b>","Symbol(html)":"<b>"}') as Html;
  expect(htmlOf(typed)).toBeUndefined();
});

test("HTML that was handed over is taken once, and what nobody takes is not kept for ever", () => {
  const [first, ...rest] = Array.from({ length: 1001 }, (_, place) => handOver(`<p>${place}</p>`));
  expect(takeOver(Number(rest.at(-1)))).toBe("<p>1000</p>");
  expect(takeOver(Number(rest.at(-1)))).toBe("");
  expect(takeOver(Number(first))).toBe("");
  expect(takeOver(Number(rest[0]))).toBe("<p>1</p>");
});
