import { dropOutdatedAnswers } from "#db/change/once.ts";
import { dropOutdated } from "#db/forecasts/typed-texts.ts";
import { isUnavailable, sentenceOf } from "#db/store.ts";
import { beforeEnd } from "#front/end.ts";
import { isBehindFront } from "#front/mark.ts";
import { currentMoment } from "../clock.ts";
import { failedForTheStore } from "../unavailable.ts";
import { startKeeper } from "./keeper.ts";
import { getSettings, SettingRefused } from "./settings.ts";
import { closeStore, getStore } from "./store.ts";

/** The exit code for a configuration that cannot be used (EX_CONFIG of sysexits.h). */
const CANNOT_START = 78;

/** Nothing would look at the Host of a request (decision 023), so that any web page could read and change everything. */
const WITHOUT_FRONT =
  "Hindcast was started without front/stand.ts, which keeps strangers' pages out: start it by npm start, or give Node --import ./front/stand.ts.";

/** Reads the settings and opens the store, or stops the process with one sentence that says what to do. */
export async function start(): Promise<void> {
  try {
    if (!isBehindFront()) throw new SettingRefused(WITHOUT_FRONT);
    getSettings();
    const store = await getStore();
    const { now } = currentMoment();
    await store.write((tx) => dropOutdated(tx, now));
    await store.write((tx) => dropOutdatedAnswers(tx, now));
  } catch (error) {
    // A server that is away comes back, and so do we: until then every answer says so.
    if (isUnavailable(error)) failedForTheStore(error);
    else {
      const sentence = error instanceof SettingRefused ? error.message : sentenceOf(error);
      if (sentence === null) throw error;
      console.error(sentence);
      process.exit(CANNOT_START);
    }
  }
  beforeEnd("atLast", closeStore);
  startKeeper();
}
