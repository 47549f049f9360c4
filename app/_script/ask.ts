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
