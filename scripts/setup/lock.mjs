import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root, say } from "./project.mjs";

// next build empties .next but keeps its cache folder, so the lock outlives a build.
const file = join(root, ".next/cache/hindcast-setup.lock");
const own = `${file}.${process.pid}`;
const SILENT_AFTER = 20_000;

function holder() {
  try {
    return { pid: Number(readFileSync(file, "utf8")), touched: statSync(file).mtimeMs };
  } catch {
    return null;
  }
}

function isAlive({ pid, touched }) {
  // The holder touches its lock every two seconds: a pid alone may by now belong to somebody else.
  if (Date.now() - touched > SILENT_AFTER) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function take() {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(own, String(process.pid));
  try {
    // link() fails if the lock is there, and the lock appears with its content already inside.
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    unlinkSync(own);
  }
}

/** Moves a dead holder's lock aside; if somebody took it over in that moment, theirs is put back. */
function discard(dead) {
  try {
    renameSync(file, own);
    if (Number(readFileSync(own, "utf8")) !== dead.pid) linkSync(own, file);
    unlinkSync(own);
  } catch {
    // Somebody else was faster.
  }
}

/**
 * Lets one process at a time install, build and migrate in this clone: npm start and npm test may well be
 * called side by side. Returns the function that lets the next one in.
 */
export async function setupLock() {
  let told = false;
  while (!take()) {
    const other = holder();
    if (!other) continue;
    if (!isAlive(other)) discard(other);
    else {
      if (!told) say(`Waiting for another command that is setting up this folder (process ${other.pid}) ...`);
      told = true;
      await sleep(250);
    }
  }
  const touch = setInterval(() => holder() && utimesSync(file, new Date(), new Date()), 2000).unref();
  const release = () => {
    clearInterval(touch);
    process.off("exit", release);
    if (holder()?.pid === process.pid) unlinkSync(file);
  };
  process.on("exit", release);
  return release;
}
