import { askFor, askForPage } from "./ask.ts";
import { showOffers } from "./offers.ts";

const LOOK_EVERY_MS = 2000;
const MOST_LOOKS = 20;

/**
 * Puts what the page would tell now into the parts of it that tell of a reading. Fields are no part of them, so what is
 * typed stays.
 */
async function renew(): Promise<boolean> {
  const page = await askForPage(location.href);
  if (page === null) return false;
  for (const part of document.querySelectorAll<HTMLElement>("[data-renewed]")) {
    const now = page.querySelector(`[data-renewed="${part.dataset.renewed}"]`);
    if (now !== null) part.replaceChildren(...now.childNodes);
  }
  showOffers();
  return true;
}

/** Whether the reading of a page has ended, one way or another. */
async function hasEnded(address: string): Promise<boolean> {
  const told = await askFor(address);
  return told !== undefined && Object(told).suggestions?.reading !== "waiting";
}

/**
 * Looks whether a page was read by now, where the page says that one is being read, and shows then what it says of
 * itself. After a while it gives up and says so.
 */
export function watchReading(): void {
  const notice = document.querySelector<HTMLElement>("[data-watch]");
  const address = notice?.dataset.watch;
  if (!notice || address === undefined) return;
  let looks = 0;
  const look = async () => {
    looks += 1;
    if ((await hasEnded(address)) && (await renew())) return;
    if (looks < MOST_LOOKS) setTimeout(look, LOOK_EVERY_MS);
    else for (const words of notice.children) words.toggleAttribute("hidden");
  };
  setTimeout(look, LOOK_EVERY_MS);
}
