import { forEach } from "./controls.ts";

/** What was put into each field from here. */
const put = new WeakMap<HTMLTextAreaElement, string>();

/** Whether somebody has typed into a field since it was served. */
const isTyped = (field: HTMLTextAreaElement) =>
  field.value.trim() !== "" && field.value !== (put.get(field) ?? field.defaultValue);

/** Puts what is selected in a text of the page into a field, unless somebody has typed there. */
function take(): void {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return;
  const around = selection.getRangeAt(0).commonAncestorContainer;
  forEach("data-selects", (place, name) => {
    const text = document.getElementById(place.dataset.within ?? "");
    const field = place.closest("form")?.elements.namedItem(name);
    if (!text?.contains(around) || !(field instanceof HTMLTextAreaElement) || isTyped(field)) return;
    field.value = selection.toString();
    put.set(field, field.value);
  });
}

export const followSelection = (): void => document.addEventListener("selectionchange", take);
