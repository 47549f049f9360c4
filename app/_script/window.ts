import { askFor } from "./ask.ts";
import { forEach, isChanged, textIn } from "./controls.ts";
import { showChoice } from "./reading-choice.ts";

/** How long nothing has to be typed before the words are read. */
const PAUSE_MS = 300;
/** An address may not be much longer. A quote that does not go into it is not asked about. */
const MOST_ADDRESS = 8000;

/** What is asked of the form, where the page does not give it beside the words. */
const ASKED = ["lang", "saidOn", "quote"] as const;

/** The names of the fields whose words a box tells of. */
function followedBy(box: HTMLElement): readonly string[] {
  const { window: prefix = "", quote } = box.dataset;
  return [`${prefix}horizon`, `${prefix}negative`, ...(quote === undefined ? ASKED : [])];
}

function addressFor(box: HTMLElement, form: HTMLFormElement): string {
  const { window: prefix = "", read = "" } = box.dataset;
  const query = new URLSearchParams();
  for (const name of ["horizon", "negative"]) query.set(name, textIn(form, prefix + name) ?? "");
  for (const name of ASKED) query.set(name, box.dataset[name] ?? textIn(form, name) ?? "");
  if (query.toString().length > MOST_ADDRESS) query.delete("quote");
  return `${read}?${query}`;
}

const linesOf = (told: unknown): readonly unknown[] => {
  const { lines } = Object(told);
  return Array.isArray(lines) ? lines : [];
};

const newest = new WeakMap<HTMLElement, number>();

/** Has the server read the words once nothing is typed for a while, and shows what they give. */
function read(box: HTMLElement, form: HTMLFormElement): void {
  const asked = (newest.get(box) ?? 0) + 1;
  newest.set(box, asked);
  const isNewest = () => newest.get(box) === asked;
  setTimeout(async () => {
    if (!isNewest()) return;
    // Where there is no answer, the words are read when the form is sent.
    const told = await askFor(addressFor(box, form));
    if (told === undefined || !isNewest()) return;
    box.replaceChildren(
      ...linesOf(told).map((line) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = String(line);
        return paragraph;
      }),
    );
    showChoice(box, form, told);
  }, PAUSE_MS);
}

/** Calls for each box with the form around it. */
const forEachBox = (call: (box: HTMLElement, form: HTMLFormElement) => void) =>
  forEach("data-window", (box) => {
    const form = box.closest("form");
    if (form !== null) call(box, form);
  });

/** Tells of the window that words for the time give, while they are typed. Reading them is left to the server. */
export function followWindows(): void {
  // What was typed before there was script, or was put back by the browser.
  const readChanged = () =>
    forEachBox((box, form) => {
      if (followedBy(box).some((name) => isChanged(form, name))) read(box, form);
    });
  readChanged();
  window.addEventListener("pageshow", readChanged);
  document.addEventListener("input", ({ target }) => {
    const name = target instanceof Element ? target.getAttribute("name") : null;
    forEachBox((box, form) => {
      if (name !== null && form.contains(box) && followedBy(box).includes(name)) read(box, form);
    });
  });
}
