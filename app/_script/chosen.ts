import { follow, forEach } from "./controls.ts";

const TAKEN = 'main input[name$=".take"]:checked';

/** Counts the sentences that are ticked, and says where what is ticked would be left behind. */
function count(): void {
  const chosen = document.querySelectorAll(TAKEN).length;
  forEach("data-counts", (words, counts) => {
    const text = counts.split("\n")[chosen] ?? String(chosen);
    // It is read out whenever it is written.
    if (chosen > 0 && words.textContent !== text) words.textContent = text;
  });
  forEach("data-chosen-bar", (bar) => {
    bar.hidden = chosen === 0;
  });
  forEach("data-leaving", (words, when) => {
    words.hidden = (when === "chosen") !== chosen > 0;
  });
}

export const followChosen = (): void => follow(count);
