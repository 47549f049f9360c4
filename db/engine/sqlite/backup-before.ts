import { closeSync, existsSync, openSync, readSync, rmSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StoreRefusal } from "../../store.ts";
import { copyChecked } from "./backup.ts";

// The backup that is made before a file is brought up to date. All of them stay: nobody but their owner takes one away.

/** The names of such backups: beside the file, after the newest migration of this version, a number where one is taken. */
const nameOf = (file: string, migration: string, turn: number) =>
  `${file}.before-${migration}.backup${turn === 1 ? "" : `-${turn}`}`;

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000).toLocaleString("en")} MB`;

/**
 * Makes sure that the disk which a file is on has room for its backup, before anything is begun.
 *
 * @param bytes what the backup takes at most
 * @throws StoreRefusal that says how much is needed and how much there is
 */
export function requireRoomFor(file: string, bytes: number): void {
  const { bavail, bsize, blocks } = statfsSync(dirname(file));
  // Some file systems do not know; then it shows when it is written.
  if (blocks === 0 || bavail * bsize >= bytes) return;
  throw new StoreRefusal(
    `${file} was not brought up to date: the backup that is made before needs ${megabytes(bytes)}, and the disk of ${dirname(file)} has ${megabytes(bavail * bsize)} left. Nothing was changed. Make room there, then start again.`,
  );
}

/** What SQLite counts up in its header at each change, and the id of a database's life, tell no records apart. */
const HEADER = 100;
const PORTION = 1 << 20;

function holdTheSame(one: string, other: string): boolean {
  if (statSync(one).size !== statSync(other).size) return false;
  const handles = [openSync(one, "r"), openSync(other, "r")] as const;
  try {
    const [a, b] = [Buffer.alloc(PORTION), Buffer.alloc(PORTION)];
    for (let at = HEADER; ; at += PORTION) {
      const length = readSync(handles[0], a, 0, PORTION, at);
      readSync(handles[1], b, 0, PORTION, at);
      if (!a.subarray(0, length).equals(b.subarray(0, length))) return false;
      if (length < PORTION) return true;
    }
  } finally {
    for (const handle of handles) closeSync(handle);
  }
}

/**
 * Backs up a file that is about to be brought up to date. Nothing is written over: a further backup gets a number, unless
 * an earlier one holds the same, as after an upgrade that was cut short.
 *
 * @returns where the backup is
 */
export function backUpBefore(file: string, migration: string): string {
  const earlier: string[] = [];
  for (let turn = 1; ; turn++) {
    const target = nameOf(file, migration, turn);
    if (existsSync(target)) {
      earlier.push(target);
      continue;
    }
    copyChecked(file, target);
    const same = earlier.find((one) => holdTheSame(one, target));
    if (same === undefined) return target;
    rmSync(target);
    return same;
  }
}
