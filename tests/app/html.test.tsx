import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { handOver, takeOver } from "#app/_ui/frame/handed.ts";
import { Rendered } from "#app/_ui/text/rendered.tsx";
import { type Html, htmlOf, toHtml } from "#app/_words/html.ts";
import { withinScope } from "#front/request-scope.ts";

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

test("HTML is handed over within its request alone, and a page that does not get it is none", async () => {
  const one = async (name: string) =>
    withinScope(async () => {
      const handles = [handOver(`<p>${name} 1</p>`), handOver(`<p>${name} 2</p>`)];
      await new Promise(setImmediate);
      return handles.map(takeOver);
    });
  // More at once than any number of them that could be kept.
  const names = Array.from({ length: 2000 }, (_, place) => `of ${place}`);
  const taken = await Promise.all(names.map(one));
  expect(taken).toEqual(names.map((name) => [`<p>${name} 1</p>`, `<p>${name} 2</p>`]));
  expect(() => withinScope(() => takeOver(0))).toThrow("nothing was handed over");
  expect(() => handOver("<p></p>")).toThrow("outside of a request");
});
