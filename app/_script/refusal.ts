function focus(): void {
  const { activeElement, body } = document;
  // Whoever is in a field already stays there.
  if (activeElement !== null && activeElement !== body) return;
  document.querySelector<HTMLElement>('[role="alert"][autofocus]')?.focus();
}

/**
 * Brings the reader to what is wrong with the form. A browser does so by itself, unless the address leads to another
 * part of the page, where it goes until all is loaded.
 */
export function focusRefusal(): void {
  focus();
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) setTimeout(focus);
  });
}
