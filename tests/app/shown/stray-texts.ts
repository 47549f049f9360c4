import { parseHTML } from "linkedom";
import { unseenIn } from "#domain/unseen.ts";

/** Where a text of somebody's begins; between the two letters stands the number of the column that it is from. */
const BEGINS = /zq(\d+)b/g;

/** Whether a text, or a part of one, is somebody's. */
const IS_OF_SOMEBODY = /zq(?:\d+[be]|m)/i;

/** The columns of which a text stands in this one. */
export const columnsIn = (shown: string): readonly number[] =>
  [...shown.matchAll(BEGINS)].map(([, number]) => Number(number));

/** What has an isolate's own characters around it, taken out of a plain text. */
const withoutIsolated = (text: string) => text.replace(/\u2068[^\u2068\u2069]*\u2069/g, "");
/** What is written from left to right moves nothing. */
const isStrayIn = (text: string) =>
  /[\u0590-\u08ff]/.test(withoutIsolated(text)) || unseenIn(withoutIsolated(text)) !== null;

/** A title or the like: texts in it stand between an isolate's characters. */
export const strayInPlain = (text: string): readonly string[] => (isStrayIn(text) ? [text] : []);

/** What is read by a machine and shown nowhere. */
const FOR_MACHINES = /^(?:href|action|lang|name|id|for|aria-describedby|aria-labelledby|data-.*)$/;

const shortly = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 300);

function strayInAttributes(element: Element): readonly string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    if (!IS_OF_SOMEBODY.test(value) || FOR_MACHINES.test(name)) return [];
    if (name === "value") {
      const isShown =
        element.localName === "input" && !/hidden|radio|checkbox/.test(`${element.getAttribute("type")}`);
      return !isShown || element.getAttribute("dir") === "auto" ? [] : [`value of ${shortly(element)}`];
    }
    return isStrayIn(value) ? [`${name} of ${shortly(element)}`] : [];
  });
}

function strayInText(node: Node): readonly string[] {
  const [text, around] = [node.textContent ?? "", node.parentElement];
  if (around === null) return [];
  // A mark is a box of its own, and only there is the character itself.
  if (around.closest(".unseen") !== null) return around.closest("bdi") === null ? [shortly(around)] : [];
  const field = around.closest("textarea");
  if (field !== null)
    return field.getAttribute("dir") === "auto" || !IS_OF_SOMEBODY.test(text) ? [] : [shortly(field)];
  // A text with an entity in it is parsed to several nodes.
  if (around.localName === "option") return isStrayIn(around.textContent ?? "") ? [shortly(around)] : [];
  const isolate = around.closest("bdi");
  const isStray =
    isolate === null ? IS_OF_SOMEBODY.test(text) || unseenIn(text) !== null : unseenIn(text) !== null;
  return isStray ? [shortly(around)] : [];
}

/** Several texts in one isolate: the first could move what stands around the second. */
function strayTogether(isolate: Element): readonly string[] {
  // What is marked in a text is a part of it, though it may be kept by itself.
  const parts = [...isolate.querySelectorAll("mark")].map((mark) => columnsIn(mark.textContent ?? "").length);
  const texts = columnsIn(isolate.textContent ?? "").length - parts.reduce((sum, count) => sum + count, 0);
  return isolate.querySelector("bdi") === null && texts > 1 ? [`two in ${shortly(isolate)}`] : [];
}

/** The texts of a page that do not stand in an isolate of their own. */
export function strayIn(html: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const stray: string[] = [];
  const visit = (node: Node) => {
    if (node.nodeType === 3) stray.push(...strayInText(node));
    for (const child of node.childNodes) visit(child);
  };
  visit(document.body);
  for (const element of document.querySelectorAll("body *")) stray.push(...strayInAttributes(element));
  for (const isolate of document.querySelectorAll("bdi")) stray.push(...strayTogether(isolate));
  return stray;
}
