/** The text in a field of a form; undefined where there is no such field. */
export function textIn(form: HTMLFormElement, name: string): string | undefined {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : undefined;
}

/** Puts a text into a field of a form that is empty. What was typed is never written over. */
export function fillEmpty(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
  if (field.value.trim() !== "") return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Tells of every change in the form around an element, and once at the start. */
export function followForm(inside: Element | null, tell: (form: HTMLFormElement) => void): () => void {
  const form = inside?.closest("form");
  if (!form) return () => {};
  const follow = () => tell(form);
  follow();
  form.addEventListener("input", follow);
  return () => form.removeEventListener("input", follow);
}
