import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { syncToDisk } from "../sync-to-disk.ts";
import type { LifeId } from "./log.ts";

/** The file beside a database that says which one belongs there. */
export const markerOf = (file: string) => `${file}.marker`;

const ABOUT =
  "Names the database beside this file, so that a lost one is not taken for a first start, and another one or a log that is not its own is noticed. See 'Keep your records' in the README.";

const ID = /^[0-9a-f]{8}$/;
const inHex = (life: LifeId) => life.toString(16).padStart(8, "0");

/**
 * The lives that the marker beside a database names: one, or while it is being renewed the old and the new one.
 *
 * @returns null where there is no marker, `unreadable` where there is one that names nothing
 */
export function readMarker(file: string): readonly LifeId[] | "unreadable" | null {
  let text: string;
  try {
    text = readFileSync(markerOf(file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== "object" || said === null || !("lives" in said)) return "unreadable";
    if (!Array.isArray(said.lives) || said.lives.length === 0) return "unreadable";
    if (!said.lives.every((life) => typeof life === "string" && ID.test(life))) return "unreadable";
    return said.lives.map((life) => Number.parseInt(life, 16));
  } catch {
    return "unreadable";
  }
}

/** Writes the marker beside a database, whole or not at all; it is on the disk when this returns. */
export function writeMarker(file: string, lives: readonly LifeId[]): void {
  const marker = markerOf(file);
  const unfinished = `${marker}.writing-${process.pid}`;
  const handle = openSync(unfinished, "w", 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ about: ABOUT, lives: lives.map(inHex) }, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, marker);
  syncToDisk(dirname(marker));
}
