// A page of which every part that could be shown somewhere tries to run, to load or to lead away.

const run = (where: string) => `(window.hindcastRan??=[]).push("${where}")`;
const inText = (where: string) =>
  `${where} "'></title></textarea></script><script>${run(where)}</script><img src=/${where}.gif onerror='${run(where)}'><svg onload='${run(where)}'>`;
const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Words of the page that are markup for whoever takes them for it. */
export const WORDS = `<img src=/words.gif onerror='${run("words")}'><script>${run("words")}</script>`;

/** What it says of itself. */
export const SAID = ["title", "site", "author", "description"].map(inText);
const [title = "", siteName = "", author = "", description = ""] = SAID;

const meta = (name: string, content: string) =>
  `<meta property="${name}" name="${name}" content="${escaped(content)}">`;

/** The page; `said` makes one text of it differ from another. */
export const hostilePage = (said: string) => `<!doctype html>
<html lang="en" onclick='${run("html")}'><head><meta charset="utf-8">
<base href="https://evil.invalid/"><meta http-equiv="refresh" content="0;url=/refreshed">
<title>${escaped(title)}</title>
${meta("og:title", title)}${meta("og:site_name", siteName)}${meta("author", author)}
${meta("og:description", description)}${meta("og:image", `javascript:${run("image")}`)}
${meta("og:url", `javascript:${run("og-url")}`)}
<link rel="canonical" href="javascript:${escaped(run("canonical"))}"><link rel="icon" href="/icon.png">
<link rel="stylesheet" href="/style.css"><link rel="preload" as="image" href="/preload.gif">
<style>@import "/import.css"; * { background: url(/style.gif); position: fixed; inset: 0; z-index: 9 }</style>
<script>${run("script")}</script><script src="/script.js"></script>
<script type="application/ld+json">{"@type":"Article","headline":"</script><script>${run("linked")}</script>"}</script>
</head><body onload='${run("load")}' onpageshow='${run("show")}'>
<article><h1>${escaped(title)}</h1>
<p>${said} ${"It says that the price fell within the year, and how it was counted at each of six makers. ".repeat(6)}</p>
<p>${escaped(WORDS)}</p>
<p><a href="javascript:${escaped(run("link"))}">A link</a> <a href="data:text/html,<script>1</script>">another</a>
<img src="/pixel.gif" onerror='${run("pixel")}'><img srcset="/set.gif 2x"><video src="/video.mp4" poster="/poster.gif" autoplay></video></p>
<svg onload='${run("svg")}'><script>${run("svg")}</script><image href="/svg.gif"/><foreignObject><iframe src="/svg-frame"></iframe></foreignObject></svg>
<math><mtext><table><mglyph><style><img src=x onerror='${run("math")}'></style></mglyph></table></mtext></math>
<iframe src="/frame"></iframe><iframe srcdoc="<script>parent.${escaped(run("srcdoc"))}</script>"></iframe>
<object data="/object.swf"></object><embed src="/embed.swf">
<form action="https://evil.invalid/form"><input autofocus onfocus='${run("focus")}'><button formaction="javascript:${escaped(run("form"))}">Send</button></form>
<details open ontoggle='${run("toggle")}'><summary>More</summary></details>
<p style="background: url(/inline.gif)">The last words, {{constructor.constructor('${run("template")}')()}} \${${run("literal")}}.</p>
</article></body></html>`;

/** What its server says with it. */
export const HOSTILE_HEADERS = {
  "content-disposition": `attachment; filename="../../<script>evil.html"`,
  refresh: "0;url=https://evil.invalid/",
  link: '<https://evil.invalid/style.css>; rel=stylesheet, <https://evil.invalid/x>; rel="canonical"',
  "set-cookie": "evil=1",
  "x-evil": "<script>1</script>",
};
