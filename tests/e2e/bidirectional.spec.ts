import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { makeHostile } from "../support/hostile-records.ts";
import { apiAt } from "./support/api.ts";
import { fileOf, newFile, removeDatabase } from "./support/database.ts";
import { addressOf, decide, KINDS_OF_PAGES, keepPages, unfoldAll } from "./support/pages.ts";
import { PINNED } from "./support/server.ts";
import { serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

// Every text that people typed or pages gave is written from right to left and turns round what follows it, in each
// field of each record. What stands around the texts (times, names of fields, actions, the next row) stands where it
// stands when they are neutral.

const served = { origin: "", database: "" };
const site = serveSite({});
let server: RunningServer | undefined;

// The engine has no part in it: what is rendered is the same.
test.beforeAll(async () => {
  served.database = newFile();
  const env = { ...PINNED, DATABASE_URL: served.database };
  server = await startServer({ env: { ...env, ...site.env() } });
  served.origin = server.origin;
  await decide(apiAt(served));
  await keepPages(apiAt(served), served, site);
  await server.stop();
  const database = new Database(fileOf(served.database));
  makeHostile(database);
  database.close();
  server = await startServer({ prepare: false, env });
  served.origin = server.origin;
});
test.afterAll(async () => {
  await server?.stop();
  await removeDatabase(served.database);
});

/** Lays what is written from right to left out from left to right, in the order in which it is kept. */
const NEUTRAL = `.as-neutral { direction: ltr !important; unicode-bidi: bidi-override !important; }`;
/** The texts themselves are not looked at, nor fields, nor the lines below words, which leave out what hangs down. */
const AROUND = `bdi, bdi *, bdi *::before {
    color: transparent !important; background: none !important; border-color: transparent !important;
  }
  input, textarea, select { visibility: hidden !important; }
  * { text-decoration: none !important; caret-color: transparent !important; text-align: start !important; }`;

/** A word, or a part of one, with what follows it, or an element, and its edges. */
interface Place {
  readonly what: string;
  readonly at: readonly number[];
}

/** Where each word stands that is no part of such a text, and each element; neutral: without controls in texts. */
const places = (page: Page, isNeutral: boolean) =>
  page.evaluate((isNeutral) => {
    const found: Place[] = [];
    const note = (what: string, { x, y, width, height }: DOMRect) =>
      found.push({ what, at: [x, y, width, height].map(Math.round) });
    const nodesOf = (kinds: number) => {
      const nodes: Node[] = [];
      const walker = document.createTreeWalker(document.body, kinds);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
      return nodes;
    };
    for (const text of isNeutral ? nodesOf(NodeFilter.SHOW_TEXT) : []) {
      const { parentElement: around, textContent: words } = text;
      if (around === null || !/[\u0590-\u08ff\u202e\u2069]/.test(words ?? "")) continue;
      around.classList.add("as-neutral");
      // A mark is a box of its own.
      if (!around.matches(".unseen")) text.textContent = words?.replace(/[\u202e\u2069]/g, "\u200b") ?? "";
    }
    for (const node of nodesOf(NodeFilter.SHOW_ALL)) {
      const around = node instanceof Element ? node : node.parentElement;
      if (around?.closest("bdi, option, textarea, script, noscript, [hidden], svg")) continue;
      if (node instanceof Element) note(node.localName, node.getBoundingClientRect());
      if (!(node instanceof Text)) continue;
      for (const { index, 0: word } of node.data.matchAll(/\S{1,12}/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        note(node.data.slice(index, index + 30), range.getBoundingClientRect());
      }
    }
    return found;
  }, isNeutral);

/** Styles a page in a way that its policy leaves to whoever sits before the browser. */
const style = (page: Page, rules: string) =>
  page.evaluate(async (rules) => {
    document.adoptedStyleSheets = [await new CSSStyleSheet().replace(rules)];
  }, rules);

/** As JPEG, which takes a fifth of the time. */
const WHOLE = { fullPage: true, animations: "disabled", type: "jpeg", quality: 100 } as const;

/** What a page looks like around the texts. */
async function look(page: Page, isNeutral = false) {
  await style(page, isNeutral ? AROUND + NEUTRAL : AROUND);
  const stand = await places(page, isNeutral);
  const picture = await page.screenshot(WHOLE);
  await style(page, "");
  return { stand, picture: picture.toString("base64") };
}

/** Widths are added up in another order, which may come to a pixel. */
const isNear = (one: Place | undefined, other: Place | undefined) =>
  one?.what === other?.what && one?.at.every((edge, nth) => Math.abs(edge - (other?.at[nth] ?? 0)) <= 1);

const moved = (one: readonly Place[], other: readonly Place[]) =>
  one.flatMap((place, nth) => (isNear(place, other[nth]) ? [] : [[place, other[nth]]])).slice(0, 5);

/** How many pixels of two pictures differ by more than the edge of a letter does that stands a part of a pixel aside. */
async function differing(page: Page, pictures: readonly [string, string]): Promise<number> {
  if (pictures[0] === pictures[1]) return 0;
  return page.evaluate(async (pictures) => {
    const [one, other] = await Promise.all(
      pictures.map(async (picture) => {
        const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      }),
    );
    if (one?.length !== other?.length) return Number.POSITIVE_INFINITY;
    let count = 0;
    for (let at = 0; at < (one?.length ?? 0); at += 4) {
      if ([0, 1, 2].some((part) => Math.abs((one?.[at + part] ?? 0) - (other?.[at + part] ?? 0)) > 64))
        count += 1;
    }
    return count;
  }, pictures);
}

/** A letter or two. A word that stands elsewhere is more. */
const MOST_DIFFERING = 100;

for (const [language, locale] of [
  ["en", "en-US"],
  ["zh-Hant", "zh-TW"],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });
    for (const what of KINDS_OF_PAGES) {
      test(`nothing around a text moves on the page of ${what}`, async ({ page }) => {
        await page.setViewportSize({ width: 1000, height: 800 });
        await page.goto(served.origin + addressOf(what));
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await unfoldAll(page);
        // The first picture of a page lays its words out anew, some by a part of a pixel.
        await page.screenshot(WHOLE);
        const shown = await look(page);
        const neutral = await look(page, true);
        expect(shown.stand.length).toBe(neutral.stand.length);
        expect(moved(shown.stand, neutral.stand)).toEqual([]);
        expect(await differing(page, [shown.picture, neutral.picture])).toBeLessThan(MOST_DIFFERING);
      });
    }
  });
}

test("a text without its isolate would be found: it moves what stands around it", async ({ page }) => {
  await page.goto(served.origin + addressOf("an entry of evidence"));
  await page.evaluate(() => {
    for (const isolate of document.querySelectorAll(".meta bdi")) {
      isolate.before("\u05d0 \u202e");
      isolate.replaceWith(...isolate.childNodes);
    }
  });
  const [shown, neutral] = [await look(page), await look(page, true)];
  const times = (stand: readonly Place[]) => stand.filter(({ what }) => what === "time");
  expect(moved(times(shown.stand), times(neutral.stand))).not.toEqual([]);
  expect(await differing(page, [shown.picture, neutral.picture])).toBeGreaterThan(MOST_DIFFERING);
});

test("a character that nobody sees is a mark that says which it is, and is copied as what was said", async ({
  page,
}) => {
  await page.goto(served.origin + addressOf("an entry of evidence"));
  const summary = page.locator(".entry .typed bdi").first();
  await expect(summary.getByRole("img", { name: "a right-to-left override (U+202E)" })).toBeVisible();
  const copied = await summary.evaluate((text) => {
    document.getSelection()?.selectAllChildren(text);
    return String(document.getSelection());
  });
  expect(copied).toContain("\u2069\u202e nimda yb devorppa");
  expect(copied).not.toContain("U+202E");
});
