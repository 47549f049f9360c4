import { expect, test } from "vitest";
import { plainMarkup } from "#front/plain-page.ts";

test("a plain page has nothing in it that came with a request but as text", () => {
  const said = `"><script>a('&')</script>`;
  const html = plainMarkup("en", { title: said, lead: said, link: { href: said, text: said } });
  expect(html).not.toContain("<script>");
  expect(html.match(/&quot;&gt;&lt;script&gt;a\(&#39;&amp;&#39;\)&lt;\/script&gt;/g)).toHaveLength(5);
});
