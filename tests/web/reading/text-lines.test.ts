import { describe, expect, it } from "vitest";
import { readPage } from "#web/reading/read-page.ts";
import { page } from "./fetched.ts";

describe("readable text of markup has", () => {
  it.each([
    ["paragraphs parted by blank lines", "<p>a<p>b</p><div>c</div>d", "a\n\nb\n\nc\n\nd"],
    ["white space folded", "<p> a\n  b\u00a0 <b> c </b>d </p>", "a b c d"],
    ["no blank where a word is partly set off", "<p>a<b>b</b>c", "abc"],
    ["items on lines of their own", "<p>a</p><ul><li>b</li><li><p>c</p></li></ul><p>d", "a\n\nb\nc\n\nd"],
    ["headings on lines of their own", "a<h2>b</h2>c", "a\n\nb\n\nc"],
    ["lines where lines end", "<p>a<br>b<br><br>c", "a\nb\nc"],
    ["rows on lines, cells parted", "<table><tr><th>a<th>b<tr><td><p>c</p></td><td>d</table>", "a\tb\nc\td"],
    ["lines as they are set", "<pre>a\n  b\n\nc</pre>", "a\nb\n\nc"],
    ["no blank between Chinese characters on two lines", "<p>今天\n  明天\nabc\n後天", "今天明天 abc 後天"],
    ["terms and what they mean", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\nb\nc\nd"],
    ["nothing of what has no width", "<p>a\u200bb\ufeffc\u00add", "abcd"],
    ["families of signs left whole", "<p>👨‍👩‍👧", "👨‍👩‍👧"],
    ["no piles of marks", `<p>e${"\u0316".repeat(500)}`, `e${"\u0316".repeat(30)}`],
    ["all there is where a head is never closed", "<head><title>t</title><p>a", "a"],
    ["all there is where all is hidden until a script has run", "<body style='visibility:hidden'><p>a", "a"],
    ["all there is in unheard-of elements", "<x-y><q:z>a</q:z> b</x-y>", "a b"],
  ])("%s", async (_what, markup, text) => {
    expect((await readPage(page(markup))).text).toBe(text);
  });
});

it("a character on the border of two pieces of the stream stays whole", async () => {
  for (const length of [65_531, 65_532, 65_533]) {
    const { text } = await readPage(page(`<p>${"a".repeat(length)}😀</p>`));
    expect(text?.slice(-3)).toBe("a😀");
  }
});

describe("plain text is left as it is", () => {
  it.each([
    ["text/plain", "a\r\n\r\n  b <b>\n", "a\n\n  b <b>"],
    ["text/markdown", "# a\n\n- b\n- c", "# a\n\n- b\n- c"],
    ["text/plain", "\ufeffwords and \u0000\u0007more\n\n\n\n\nof them   \n", "words and more\n\nof them"],
    ["text/csv", "a,b\n1,2", "a,b\n1,2"],
  ])("%s %j", async (mediaType, raw, text) => {
    expect(await readPage(page(raw, { mediaType }))).toMatchObject({ text, fault: null });
  });

  it("and told from markup where nothing is said", async () => {
    expect((await readPage(page("<!doctype html><p>a", { mediaType: null }))).text).toBe("a");
    expect((await readPage(page("a <p> b", { mediaType: null }))).text).toBe("a <p> b");
  });
});
