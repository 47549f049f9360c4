import { StoreRefusal } from "../../db/store.ts";
import { dropOutdated } from "../../db/typed-texts.ts";
import { currentMoment } from "./clock.ts";
import { startKeeper } from "./keeper.ts";
import { getSettings, SettingRefused } from "./settings.ts";
import { getStore } from "./store.ts";
import { failedForTheStore } from "./unavailable.ts";

/** The exit code for a configuration that cannot be used (EX_CONFIG of sysexits.h). */
const CANNOT_START = 78;

/** Reads the settings and opens the store, or stops the process with one sentence that says what to do. */
export async function start(): Promise<void> {
  try {
    getSettings();
    const store = await getStore();
    await store.write((tx) => dropOutdated(tx, currentMoment().now));
  } catch (error) {
    // A server that is away comes back, and so do we: until then every answer says so.
    if (!failedForTheStore(error)) {
      if (!(error instanceof StoreRefusal || error instanceof SettingRefused)) throw error;
      console.error(error.message);
      process.exit(CANNOT_START);
    }
  }
  startKeeper();
}
