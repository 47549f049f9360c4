import { type Control, isControl } from "./controls.ts";

/** What somebody typed, chose or ticked in a form: of each field that differs from what was served, what it holds. */
export type Typed = { readonly [field: string]: string | boolean };

/** What is not typed, or cannot be put back. */
const NOT_TYPED = ["hidden", "file", "password", "submit", "button", "reset", "image"];

const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** The fields of a form, each under a name that it has alone: several may share one. */
function* fieldsOf(form: HTMLFormElement): Generator<readonly [string, Control]> {
  const seen = new Map<string, number>();
  for (const control of form.elements) {
    if (!isControl(control) || control.name === "" || NOT_TYPED.includes(control.type)) continue;
    const name = isTick(control) ? `${control.name}=${control.value}` : control.name;
    const place = seen.get(name) ?? 0;
    seen.set(name, place + 1);
    yield [`${name}#${place}`, control];
  }
}

function servedIn(control: Control): string | boolean {
  if (isTick(control)) return control.defaultChecked;
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? "";
}

const heldIn = (control: Control): string | boolean => (isTick(control) ? control.checked : control.value);

/**
 * What differs in a form from what was served.
 *
 * @param before what is told as well, where a field holds what was served: what was typed into the same form earlier
 */
export const typedIn = (form: HTMLFormElement, before: Typed = {}): Typed =>
  Object.fromEntries(
    [...fieldsOf(form)]
      .filter(([name, control]) => before[name] !== undefined || heldIn(control) !== servedIn(control))
      .map(([name, control]) => [name, heldIn(control)]),
  );

/** Whether a form would be another one with this put back. */
export const wouldChange = (form: HTMLFormElement, typed: Typed): boolean =>
  [...fieldsOf(form)].some(([name, control]) => typed[name] !== undefined && typed[name] !== heldIn(control));

/** What was typed, as it was stored: anything may have been. */
export const asTyped = (stored: unknown): Typed =>
  Object.fromEntries(
    Object.entries(Object(stored)).filter(
      (entry): entry is [string, string | boolean] =>
        typeof entry[1] === "string" || typeof entry[1] === "boolean",
    ),
  );

function unfoldAround(control: Control): void {
  for (let around = control.closest("details"); around !== null; ) {
    around.open = true;
    around = around.parentElement?.closest("details") ?? null;
  }
}

/** What is to be put into fields that are not there yet. */
const waiting = new WeakMap<HTMLFormElement, Typed>();

/** Puts back what was typed, as if somebody typed it now, and unfolds what it stands in. */
export function putBack(form: HTMLFormElement, typed: Typed): void {
  const missing = { ...typed };
  for (const [name, control] of fieldsOf(form)) {
    const value = typed[name];
    delete missing[name];
    if (value === undefined || value === heldIn(control)) continue;
    if (isTick(control)) control.checked = value === true;
    else control.value = String(value);
    unfoldAround(control);
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  waiting.set(form, missing);
}

/** Puts into fields that have come what waited for them. */
export function putBackLate(form: HTMLFormElement): void {
  const typed = waiting.get(form);
  if (typed !== undefined && Object.keys(typed).length > 0) putBack(form, typed);
}
