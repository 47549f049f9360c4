import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ArchivedCopyLine } from "#app/_ui/pages/page-section.tsx";
import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";

const archived = {
  url: "https://web.archive.org/web/20251003101530/https://example.org/",
  takenAt: new Date("2025-10-03T10:15:30Z"),
};
const drawn = (of: typeof archived | null, language: "en" | "zh-Hant") =>
  renderToStaticMarkup(
    <ArchivedCopyLine
      archived={of}
      language={language}
      m={language === "en" ? en : zhHant}
      timeZone="Asia/Taipei"
    />,
  );

test.each([
  ["en", "Copy of 3 Oct 2025 at web.archive.org"],
  ["zh-Hant", "web.archive.org 於2025年10月3日典藏的副本"],
] as const)("an archive's copy is told in %s and leads there", (language, words) => {
  const html = drawn(archived, language);
  expect(html.replace(/<[^>]*>/g, "")).toBe(words);
  expect(html).toContain(`<a href="${archived.url}" rel="noopener noreferrer nofollow ugc">`);
  expect(html).toContain('<time dateTime="2025-10-03T10:15:30.000Z"');
});

test("nothing is said where none is known", () => {
  expect(drawn(null, "en")).toBe("");
});
