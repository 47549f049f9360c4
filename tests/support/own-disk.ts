import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const isRoot = process.geteuid?.() === 0;

export function newOpenFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hindcast-open-"));
  chmodSync(folder, 0o777);
  return folder;
}

const mountAt = (folder: string, megabytes: number) =>
  spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=777`, "tmpfs", folder], {
    encoding: "utf8",
  });

/** Why a test that needs a disk of its own cannot be run here; null where it can. */
export const whyNoDisk = (() => {
  if (!isRoot) return "only root may mount a disk";
  const folder = newOpenFolder();
  const { status, stderr } = mountAt(folder, 1);
  if (status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? null : `nothing can be mounted here: ${stderr}`;
})();

/** For the name of a test that needs a disk of its own: whether it was tried. */
export const triedOn = whyNoDisk === null ? "on a disk of its own" : `not tried: ${whyNoDisk}`;

export interface OwnDisk {
  readonly folder: string;
  /** Leaves so many bytes free, or none. */
  fill(free?: number): void;
  makeRoom(): void;
  makeReadOnly(): void;
  remove(): void;
}

/** A disk of a few megabytes in memory. */
export function mountDisk(megabytes: number): OwnDisk {
  const folder = newOpenFolder();
  const { status, stderr } = mountAt(folder, megabytes);
  if (status !== 0) throw new Error(`nothing can be mounted: ${stderr}`);
  const filler = join(folder, "filler");
  return {
    folder,
    fill(free = 0) {
      rmSync(filler, { force: true });
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free), 1));
    },
    makeRoom: () => rmSync(filler),
    makeReadOnly: () => execFileSync("mount", ["-o", "remount,ro", folder]),
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
