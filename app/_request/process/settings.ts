import { readSettings, type Settings } from "#web/settings.ts";

/** A setting that the app cannot start with; its message names the variable and what it takes. */
export class SettingRefused extends Error {
  override name = "SettingRefused";
}

let settings: Settings | undefined;

/**
 * The settings of this process, read once.
 *
 * @throws SettingRefused for the first one that cannot be used
 */
export function getSettings(): Settings {
  if (settings !== undefined) return settings;
  const read = readSettings(process.env, process.cwd());
  if (!read.ok) throw new SettingRefused(read.error);
  settings = read.value;
  return settings;
}

/** Whether pages of others are fetched here. */
export const readsPages = (): boolean => getSettings().keeping.fetches;
