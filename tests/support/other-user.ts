import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

/** Somebody for whom rights hold: they do not for root, whose tests need another user. */
export const ordinary = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

const folders: string[] = [];
const mounted: string[] = [];
afterAll(() => {
  for (const folder of mounted) execFileSync("umount", ["-l", folder]);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that any user of this machine may look into and write into. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-open-"));
  folders.push(folder);
  chmodSync(folder, 0o777);
  return folder;
}

/** Why a test that needs a disk of its own cannot be run here; null where it can. */
export const whyNoDisk = (() => {
  if (!isRoot) return "only root may mount a disk";
  const folder = openFolder();
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], {
    encoding: "utf8",
  });
  if (status !== 0) return `nothing can be mounted here: ${stderr}`;
  execFileSync("umount", [folder]);
  return null;
})();

/** For the name of a test that needs a disk of its own: whether it was tried. */
export const triedOn = whyNoDisk === null ? "on a disk of its own" : `not tried: ${whyNoDisk}`;

/** A disk of a few megabytes in memory. */
export function newDisk(megabytes: number) {
  const folder = openFolder();
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=777`, "tmpfs", folder]);
  mounted.push(folder);
  return {
    folder,
    makeReadOnly: () => execFileSync("mount", ["-o", "remount,ro", folder]),
  };
}
