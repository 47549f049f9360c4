/** Asks the server that the page came from, by GET; null where it gives no answer. */
async function ask(address: string): Promise<Response | null> {
  try {
    const answer = await fetch(address, { cache: "no-store" });
    return answer.ok ? answer : null;
  } catch {
    // It is away just now.
    return null;
  }
}

/** The page at an address, as it would be served now. */
export async function askForPage(address: string): Promise<Document | null> {
  const html = await (await ask(address))?.text();
  return html === undefined ? null : new DOMParser().parseFromString(html, "text/html");
}

/** What an address of ours tells as JSON. */
export const askFor = async (address: string): Promise<unknown> => (await ask(address))?.json();

/** How the server answered a form: where it leads, or why it was not taken, as far as it says so. */
export interface SentAnswer {
  /** 0 for one that leads elsewhere, as a proxy's may that asks for a password. */
  readonly status: number;
  readonly to: string | null;
  /** Whether what was typed is on record now; else the form goes on where it leads. */
  readonly isSaved: boolean;
  readonly message: string | null;
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Sends a form. It throws where no answer comes. */
export async function send(address: string, body: FormData, signal: AbortSignal): Promise<SentAnswer> {
  const headers = { "x-hindcast-script": "1" };
  const answer = await fetch(address, { method: "POST", body, headers, signal, redirect: "manual" });
  const text = await answer.text();
  const { status } = answer;
  try {
    const { to, saved, message } = Object(JSON.parse(text));
    return { status, to: answer.ok ? textOf(to) : null, isSaved: saved === true, message: textOf(message) };
  } catch {
    // It is not ours: a proxy's page, say.
    return { status, to: null, isSaved: false, message: null };
  }
}
