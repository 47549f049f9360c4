// What was saved from a page, kept in its own entry of the browser's history: who comes back to it and sends the same
// once more did not mean a second record.

interface Saved {
  /** Where the form was sent. */
  readonly form: string;
  /** The key that it was saved under. */
  readonly key: string;
  readonly said: number;
}

/** A number that another text hardly has (FNV-1a, in 53 bits). */
function digest(text: string): number {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0);
}

/** All that a form says, but for the key. */
const saidIn = (body: FormData): number =>
  digest(
    JSON.stringify(
      [...body]
        .filter(([name]) => name !== "sent-as")
        .map(([name, value]) => [name, value instanceof File ? [value.name, value.size] : value]),
    ),
  );

const savedHere = (): Partial<Saved> => Object(Object(history.state).saved);

/** The key under which the very same was saved from this page before; null where it was not. */
export function savedUnder(form: string, body: FormData): string | null {
  const saved = savedHere();
  return saved.form === form && saved.said === saidIn(body) && typeof saved.key === "string"
    ? saved.key
    : null;
}

/** Remembers with the page that is left what was saved from it. */
export function rememberSaved(form: string, body: FormData, key: string): void {
  const saved: Saved = { form, key, said: saidIn(body) };
  history.replaceState({ ...Object(history.state), saved }, "");
}
