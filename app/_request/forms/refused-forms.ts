import { randomUUID } from "node:crypto";
import { findPutAside, putAside } from "#db/forecasts/typed-texts.ts";
import { type FormState, REFUSED } from "../../_words/form-state.ts";
import { currentMoment } from "../clock.ts";
import { storeForRequest } from "../process/store.ts";
import { failedForTheStore } from "../unavailable.ts";

/** A form that was refused, as it is to be shown again. */
export interface RefusedForm {
  /** Its name: a page has one of each. What it is about may be gone by now. */
  readonly form: string;
  readonly state: FormState;
}

// On globalThis: what answers forms and what shows them are built apart, and share one process.
const shelf = globalThis as typeof globalThis & { hindcastRefused?: Map<string, RefusedForm> };
/** So many, and so many characters, are kept in memory while the database takes nothing. */
const MOST_KEPT = 100;
const MOST_CHARACTERS = 20_000_000;

const lengthOf = ({ state }: RefusedForm): number =>
  Object.values(state.values).reduce((sum, value) => sum + [value].flat().join("").length, 0);

function keepInMemory(refused: RefusedForm): string {
  shelf.hindcastRefused ??= new Map();
  const kept = shelf.hindcastRefused;
  const id = randomUUID();
  kept.set(id, refused);
  let characters = [...kept.values()].reduce((sum, one) => sum + lengthOf(one), 0);
  for (const [oldest, one] of kept) {
    if (kept.size <= MOST_KEPT && characters <= MOST_CHARACTERS) break;
    kept.delete(oldest);
    characters -= lengthOf(one);
  }
  return id;
}

/**
 * Puts a refused form aside for a day, so that its page can show it again, by whichever process: in the database, or in
 * memory while that takes nothing.
 *
 * @returns the id under which it is found
 */
async function putRefusedAside(refused: RefusedForm): Promise<string> {
  const typed = { values: {}, faults: [], hindrance: null, refused };
  try {
    return await (await storeForRequest()).write((tx) => putAside(tx, typed, currentMoment().now));
  } catch (error) {
    if (failedForTheStore(error) === null) throw error;
    return keepInMemory(refused);
  }
}

/**
 * Puts a refused form aside, to be shown again.
 *
 * @returns the address of its page that shows it
 */
export async function showAgain(refused: RefusedForm, page: string): Promise<string> {
  const [path = "/", query = ""] = page.split("?");
  const shown = new URLSearchParams(query);
  shown.set(REFUSED, await putRefusedAside(refused));
  return `${path}?${shown}`;
}

/** The refused form that was put aside under an id; undefined where there is none, or a day has gone by. */
export async function findRefused(id: string): Promise<RefusedForm | undefined> {
  const kept = shelf.hindcastRefused?.get(id);
  if (kept !== undefined) return kept;
  const { read } = await storeForRequest();
  const found = (await findPutAside(read, id, currentMoment().now))?.refused;
  return found && { form: found.form, state: found.state as FormState };
}
