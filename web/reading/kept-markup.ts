/** Elements of which nothing is read: what runs, what is drawn, what is filled in, what is shown instead. */
const LEFT_OUT = new Set(
  "title script style noscript noframes noembed template svg iframe object embed applet audio video canvas map select textarea button input datalist dialog img picture source track link meta base annotation annotation-xml rp".split(
    " ",
  ),
);
/** What tells an article from what surrounds it. */
const TELLING = ["id", "class", "role", "itemprop", "rel", "dir", "lang"] as const;
const LONGEST_ATTRIBUTE = 200;

export type Attributes = Readonly<Record<string, string>>;

/** Whether an element and all within it is left out, because of what it is or because it is hidden. */
export function isLeftOut(name: string, attributes: Attributes): boolean {
  if (LEFT_OUT.has(name)) return true;
  // Some pages hide all until their script has run.
  if (name === "html" || name === "body") return false;
  if (Object.hasOwn(attributes, "hidden")) return true;
  const style = attributes.style;
  return style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 1_000));
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it stands in markup. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found);

/**
 * The tag that is handed on to be taken apart: the name if it is a plain one, and of the attributes only those that
 * tell an article from what surrounds it, cut short. Of a link only whether it leads within the page.
 */
export function keptTag(name: string, attributes: Attributes): string {
  const kept = TELLING.flatMap((key) => {
    const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    return value === undefined ? [] : [` ${key}="${escaped(value.slice(0, LONGEST_ATTRIBUTE))}"`];
  });
  if (name === "a" && attributes.href !== undefined) {
    kept.push(attributes.href.startsWith("#") ? ' href="#a"' : ' href="/"');
  }
  return `<${name}${kept.join("")}>`;
}

/** In these markup is not markup, which is past when they are handed on. */
const RAW = new Set(["xmp", "listing", "plaintext"]);

/** The name under which an element is handed on; what is no plain name reads like a `<span>`. */
export function keptName(name: string): string {
  if (RAW.has(name)) return "pre";
  return /^[a-z][a-z0-9]{0,19}$/.test(name) ? name : "span";
}
