import type { Messages } from "../../messages/en.ts";

const isNamed = <Names extends object>(names: Names, code: string): code is keyof Names & string =>
  Object.hasOwn(names, code);

/** Why a page could not be read or kept, in words; a code of another version has none of its own. */
export function faultText(code: string | null, m: Messages): string {
  const { linkFault } = m;
  return code !== null && isNamed(linkFault, code) ? linkFault[code] : linkFault.otherwise;
}

/** Why there is no text in a copy; null: its reading was stopped. */
export function readingFaultText(code: string | null, m: Messages): string {
  const { readingFaults } = m.copies;
  return code !== null && isNamed(readingFaults, code) ? readingFaults[code] : readingFaults.stopped;
}
