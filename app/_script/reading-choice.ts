import { putBackLate } from "./typed.ts";

/** One way to read words, as the server tells it. */
interface Reading {
  readonly value: string;
  readonly text: string;
  readonly means: string;
}

function readingsOf(told: unknown): readonly Reading[] {
  const { readings } = Object(told);
  if (!Array.isArray(readings)) return [];
  return readings.map((one) => {
    const { value, text, means } = Object(one);
    return { value: String(value), text: String(text), means: String(means) };
  });
}

/** The choice that the page brings along, to be made from: hidden, outside every form. */
const pattern = () => document.querySelector("[data-reading-choice] > fieldset");

/** Puts one way to read into a line of the choice. */
function fillLine(line: HTMLElement, { text, means }: Reading): void {
  const words = line.querySelector(".means");
  if (words === null) return;
  words.textContent = ` ${means}`;
  words.parentElement?.replaceChildren(text, words);
}

/** Gives a field of the choice its own ids, beside those of the form. */
function rename(choice: Element, id: string): void {
  choice.id = id;
  choice.setAttribute("aria-describedby", `${id}-hint`);
  choice.querySelector(".hint")?.setAttribute("id", `${id}-hint`);
}

/** The choice between several ways to read the words, with the one ticked that is on record. */
function makeChoice(name: string, id: string, readings: readonly Reading[], chosen: string): Element | null {
  const made = pattern()?.cloneNode(true);
  if (!(made instanceof Element)) return null;
  rename(made, id);
  const [line, neither] = made.querySelectorAll<HTMLElement>("label");
  if (line === undefined || neither === undefined) return null;
  const lines = readings.map((reading) => {
    const own = line.cloneNode(true);
    if (own instanceof HTMLElement) fillLine(own, reading);
    return own;
  });
  line.replaceWith(...lines);
  const values = [...readings.map(({ value }) => value), ""];
  for (const [place, input] of [...made.querySelectorAll("input")].entries()) {
    input.name = name;
    input.value = values[place] ?? "";
    input.checked = input.value === chosen;
  }
  return made;
}

/** Shows below a box which ways there are to read its words. A choice of the same ways stays as it is. */
export function showChoice(box: HTMLElement, form: HTMLFormElement, told: unknown): void {
  const { window: prefix = "", chosen = "" } = box.dataset;
  const name = `${prefix}reading`;
  const radios = [...form.elements].filter((one) => one instanceof HTMLInputElement && one.name === name);
  const readings = readingsOf(told);
  const shown = radios.map((one) => (one instanceof HTMLInputElement ? one.value : "")).join();
  if (shown === [...readings.map(({ value }) => value), ""].join()) return;
  radios[0]?.closest("fieldset")?.remove();
  if (readings.length === 0) return;
  const words = form.elements.namedItem(`${prefix}horizon`);
  const id = words instanceof Element ? words.id.replace(/horizon$/, "reading") : name;
  const choice = makeChoice(name, id, readings, chosen);
  if (choice === null) return;
  box.after(choice);
  putBackLate(form);
}
