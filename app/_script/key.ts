const field = (form: HTMLFormElement): HTMLInputElement | null => {
  const found = form.elements.namedItem("sent-as");
  return found instanceof HTMLInputElement ? found : null;
};

/** A text that nobody else has. */
export const byChance = (): string =>
  // crypto.randomUUID is not there over plain HTTP.
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The key that a form is sent under: sent twice under one, it is recorded once. */
export const keyOf = (form: HTMLFormElement): string => field(form)?.value ?? "";

export function setKey(form: HTMLFormElement, key: string): void {
  const own = field(form);
  if (own !== null) own.value = key;
}
