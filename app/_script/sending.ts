import { send } from "./ask.ts";
import { followAnswer, keepBeforeSending } from "./drafts.ts";
import { failureOf, hideFailure, showFailure, withoutAnswer } from "./failure.ts";
import { byChance, keyOf, setKey } from "./key.ts";
import { rememberSaved, savedUnder } from "./saved-here.ts";

/** How long an answer is waited for, beside the time that a slow connection takes for what is sent. */
const PATIENCE_MS = 30_000;
const SLOWEST_BYTES_IN_MS = 30;

const buttonsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((one) => one instanceof HTMLButtonElement && one.type === "submit");

/** The forms that are being sent, each with what lets it be sent again. */
const sending = new Map<HTMLFormElement, () => void>();

function letGo(form: HTMLFormElement): void {
  sending.get(form)?.();
  sending.delete(form);
}

/** Switches the buttons of a form off, and has the one that was pressed say that it is being sent. */
function hold(form: HTMLFormElement, pressed: HTMLElement | null): void {
  const buttons = buttonsOf(form);
  // Enter presses one that nobody sees.
  const shown = pressed === null || pressed.hidden ? buttons.at(-1) : pressed;
  const words = shown?.textContent ?? "";
  sending.set(form, () => {
    for (const button of buttons) button.toggleAttribute("disabled", false);
    shown?.replaceChildren(words);
  });
  for (const button of buttons) button.toggleAttribute("disabled", true);
  shown?.replaceChildren(form.dataset.sending ?? "");
}

/** What a browser would send by itself: the fields, and the button that was pressed. */
function bodyOf(form: HTMLFormElement, pressed: HTMLElement | null): FormData {
  const body = new FormData(form);
  if (pressed instanceof HTMLButtonElement && pressed.name !== "") body.append(pressed.name, pressed.value);
  return body;
}

const sizeOf = (body: FormData): number =>
  [...body.values()].reduce((sum, one) => sum + (typeof one === "string" ? one.length : one.size), 0);

/** Sends a form and waits: for where it leads, or for what there is to say instead. */
async function answerTo(
  form: HTMLFormElement,
  body: FormData,
): Promise<{ readonly to: string; readonly isSaved: boolean } | { readonly failure: string }> {
  const wasOnline = navigator.onLine;
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE_MS + sizeOf(body) / SLOWEST_BYTES_IN_MS);
  try {
    const { status, to, isSaved, message } = await send(addressOf(form), body, waiting.signal);
    return to === null ? { failure: failureOf(status, message) } : { to, isSaved };
  } catch {
    return { failure: withoutAnswer(waiting.signal.aborted, wasOnline) };
  } finally {
    clearTimeout(timer);
  }
}

/** Goes to a page as a form does that a browser sends: it is loaded anew, also where it is this one. */
function goTo(to: string, form: HTMLFormElement): void {
  const { pathname, search } = new URL(to, location.href);
  const isHere = pathname === location.pathname && search === location.search;
  // A browser may put back into a page that it loads anew what was typed there.
  if (isHere) form.reset();
  location.assign(to);
  if (isHere) location.reload();
}

/** A form that makes a record, of which there might be two alike. */
const isLong = (form: HTMLFormElement): boolean => form.dataset.draft !== undefined;
const addressOf = (form: HTMLFormElement): string => form.getAttribute("action") ?? "";

/** Has what was saved from this page already be sent under the key that it was saved under. */
function keepToKey(form: HTMLFormElement, pressed: HTMLElement | null): FormData {
  const body = bodyOf(form, pressed);
  const key = isLong(form) ? savedUnder(addressOf(form), body) : null;
  if (key === null) return body;
  setKey(form, key);
  return bodyOf(form, pressed);
}

async function sendForm(form: HTMLFormElement, pressed: HTMLElement | null): Promise<void> {
  const body = keepToKey(form, pressed);
  hold(form, pressed);
  hideFailure(form);
  keepBeforeSending(form);
  const answer = await answerTo(form, body);
  if ("failure" in answer) {
    letGo(form);
    showFailure(form, answer.failure);
    return;
  }
  const key = keyOf(form);
  // Whoever comes back to this page and sends something else wants another record.
  setKey(form, byChance());
  followAnswer(form, answer);
  if (answer.isSaved && isLong(form)) rememberSaved(addressOf(form), body, key);
  goTo(answer.to, form);
}

/**
 * Sends forms and stays on their page until there is an answer, so that a failure takes nothing away. A form that got
 * none is sent again under the same key, which has it recorded once; however often its button is pressed, it is sent
 * once at a time.
 */
export function sendForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset.sending === undefined) return;
    event.preventDefault();
    if (!sending.has(form)) sendForm(form, event.submitter);
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    // The page is come back to, after the next one had been loaded.
    if (persisted) for (const form of sending.keys()) letGo(form);
    // Some browsers remember of a page that is loaded anew which of its buttons were off.
    for (const button of document.querySelectorAll("form button:disabled")) {
      const form = button.closest("form");
      if (form === null || !sending.has(form)) button.removeAttribute("disabled");
    }
  });
}
