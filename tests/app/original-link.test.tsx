import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CheckHint, OriginalLink } from "#app/_ui/sources/text-links.tsx";
import { en } from "#messages/en.ts";

const LINK = "https://example.org/talk";

test("a source with a link leads there; one without says so, and leads nowhere", () => {
  expect(renderToStaticMarkup(<OriginalLink url={LINK} m={en} />)).toContain(`href="${LINK}"`);
  expect(renderToStaticMarkup(<OriginalLink url={null} m={en} />)).toBe(en.sources.noLink);
});

test.each([
  [LINK, false, false],
  [LINK, true, false],
  [null, true, false],
  [null, false, true],
])("with link %s and the text kept (%s), nobody can check the quotes: %s", (url, isKept, isTold) => {
  const html = renderToStaticMarkup(<CheckHint url={url} isKept={isKept} m={en} />);
  expect(html).toBe(isTold ? `<p class="small">${en.sources.unchecked}</p>` : "");
});
