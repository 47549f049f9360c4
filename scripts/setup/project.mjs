import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this clone: every command works on it, from whatever folder it was called. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Something a person can put right: shown as its one line, never as a stack trace. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

export function say(line) {
  console.log(line);
}

/** Runs a command's main function; a Stop becomes its line on stderr and its exit code. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (error.message) console.error(error.message);
    process.exit(error.code);
  }
}
