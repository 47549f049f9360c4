import { rmSync } from "node:fs";
import { afterEachFile } from "./after-file.ts";
import { isRoot, mountDisk, newOpenFolder, type OwnDisk } from "./own-disk.ts";

export { triedOn, whyNoDisk } from "./own-disk.ts";

const NOBODY = 65_534;

/** Somebody for whom rights hold: they do not for root, whose tests need another user. */
export const ordinary = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

const folders: string[] = [];
const disks: OwnDisk[] = [];
afterEachFile(() => {
  for (const disk of disks.splice(0)) disk.remove();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that any user of this machine may look into and write into. */
export function openFolder(): string {
  const folder = newOpenFolder();
  folders.push(folder);
  return folder;
}

/** A disk of a few megabytes in memory. */
export function newDisk(megabytes: number): OwnDisk {
  const disk = mountDisk(megabytes);
  disks.push(disk);
  return disk;
}
