import { rmSync } from "node:fs";
import { afterAll } from "vitest";
import { isRoot, mountDisk, newOpenFolder, type OwnDisk } from "./own-disk.ts";

export { triedOn, whyNoDisk } from "./own-disk.ts";

const NOBODY = 65_534;

/** Somebody for whom rights hold: they do not for root, whose tests need another user. */
export const ordinary = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

const folders: string[] = [];
const disks: OwnDisk[] = [];
afterAll(() => {
  for (const disk of disks) disk.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
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
