const buttonsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((one) => one instanceof HTMLButtonElement && one.type === "submit");

/** What each form that is being sent had before: its buttons, and the words of the one that was pressed. */
const sent = new Map<HTMLFormElement, () => void>();

/** Lets a form be sent again: the page is still there, so whatever was sent led nowhere. */
function letGo(form: HTMLFormElement): void {
  sent.get(form)?.();
  sent.delete(form);
}

function hold(form: HTMLFormElement, pressed: HTMLElement | null): void {
  const buttons = buttonsOf(form);
  const words = pressed?.textContent ?? "";
  sent.set(form, () => {
    for (const button of buttons) button.toggleAttribute("disabled", false);
    if (pressed !== null) pressed.textContent = words;
  });
  // A button that is off is not sent along, so it is switched off once the browser has read the form.
  setTimeout(() => {
    if (!sent.has(form)) return;
    for (const button of buttons) button.toggleAttribute("disabled", true);
    const { sending } = form.dataset;
    if (pressed !== null && sending !== undefined) pressed.textContent = sending;
  });
}

/** Sends a form once, however often its button is pressed, and says meanwhile that it is being sent. */
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
    if (sent.has(form)) event.preventDefault();
    else hold(form, event.submitter);
  });
  // Whoever has stopped it and types on wants to send something else.
  document.addEventListener("input", ({ target }) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form !== null) letGo(form);
  });
  // The page is come back to.
  window.addEventListener("pageshow", () => {
    for (const form of sent.keys()) letGo(form);
    // Some browsers remember of a page that is loaded anew which of its buttons were off.
    for (const button of document.querySelectorAll("form button:disabled"))
      button.removeAttribute("disabled");
  });
}
