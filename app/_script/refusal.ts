/**
 * Brings the reader to what is wrong with the form. A browser does so by itself, unless the address leads to another
 * part of the page.
 */
export function focusRefusal(): void {
  const { activeElement, body } = document;
  if (activeElement !== null && activeElement !== body) return;
  document.querySelector<HTMLElement>('[role="alert"][autofocus]')?.focus();
}
