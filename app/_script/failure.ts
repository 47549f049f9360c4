import { make, words } from "./words.ts";

/** What is said of an answer that does not lead on. A server of ours says it itself; what stands before it does not. */
export function failureOf(status: number, message: string | null): string {
  const { notReady, tooLarge, refused, late, other = "" } = words();
  const told: { readonly [status: number]: string | undefined } = {
    403: refused,
    413: tooLarge,
    502: late,
    503: notReady,
    504: late,
  };
  return message ?? told[status] ?? other.replace("{status}", String(status));
}

/** What is said where no answer came at all. */
export function withoutAnswer(isLate: boolean, wasOnline: boolean): string {
  const { offline = "", late = "", lost = "" } = words();
  if (isLate) return late;
  return wasOnline || navigator.onLine ? lost : offline;
}

/** Takes away what was said of the form before. */
export function hideFailure(form: HTMLFormElement): void {
  for (const box of form.querySelectorAll('[role="alert"]')) box.remove();
}

/** Says at the head of a form what went wrong, and brings its sender there. */
export function showFailure(form: HTMLFormElement, message: string): void {
  hideFailure(form);
  const box = make("div");
  box.className = "notice refused";
  box.role = "alert";
  box.tabIndex = -1;
  const told = make("p");
  told.append(make("b", message), ` ${words().nothingLost ?? ""}`);
  box.append(told);
  form.prepend(box);
  box.focus();
}
