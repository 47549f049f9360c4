export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement;

/** The fields of this name in a form; radio buttons share one. */
function controlsOf(form: HTMLFormElement, name: string): readonly Control[] {
  const found = form.elements.namedItem(name);
  return (found instanceof RadioNodeList ? [...found] : [found]).filter(isControl);
}

/** The text in a field of a form, or what is chosen there; undefined where there is no such field. */
export function textIn(form: HTMLFormElement, name: string): string | undefined {
  const controls = controlsOf(form, name);
  const isChosen = (one: Control) => one instanceof HTMLInputElement && one.type === "radio" && one.checked;
  return (controls.find(isChosen) ?? controls[0])?.value;
}

const differs = (control: Control): boolean => {
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some(({ selected, defaultSelected }) => defaultSelected && !selected);
  }
  if (control.value !== control.defaultValue) return true;
  return control instanceof HTMLInputElement && control.checked !== control.defaultChecked;
};

/** Whether a field holds something else than it was served with: what was typed before there was script. */
export const isChanged = (form: HTMLFormElement, name: string): boolean =>
  controlsOf(form, name).some(differs);

/** Puts a text into a field, as if somebody had typed it. */
export function fill(form: HTMLFormElement, name: string, text: string): void {
  const [field] = controlsOf(form, name);
  if (field === undefined) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Calls for every element of a page that has the attribute. */
export function forEach(attribute: string, call: (element: HTMLElement, value: string) => void): void {
  for (const element of document.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
    call(element, element.getAttribute(attribute) ?? "");
  }
}

/**
 * Calls now, whenever something is typed or chosen, and when the browser has put back what was typed before: it does so
 * once a page was left and is come back to.
 */
export function follow(look: () => void): void {
  look();
  document.addEventListener("input", look);
  document.addEventListener("change", look);
  window.addEventListener("pageshow", look);
}
