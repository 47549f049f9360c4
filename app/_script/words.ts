/** The words that are shown from here, in the page's language: the page brings them along, hidden. */
export const words = (): DOMStringMap => document.querySelector<HTMLElement>("[data-words]")?.dataset ?? {};

/** A part of a page with a text in it. */
export function make(tag: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
