import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Database from "better-sqlite3";

type Method = (...args: unknown[]) => unknown;

/**
 * Calls `before` ahead of each step of work on files and databases that a kill could fall before: what waits for the
 * disk, gives, takes or moves a name, and each statement that changes a database.
 *
 * @returns undoes it
 */
export function beforeEachStep(before: () => void): () => void {
  const undo: (() => void)[] = [];
  const watch = (owner: object, name: string, which = /(?:)/) => {
    const methods = owner as Record<string, Method>;
    const original = methods[name] as Method;
    methods[name] = function (this: unknown, ...args: unknown[]) {
      if (which.test(String(args[0] ?? ""))) before();
      return original.apply(this, args);
    };
    undo.push(() => {
      methods[name] = original;
    });
  };
  for (const name of ["fsyncSync", "renameSync", "linkSync", "rmSync", "copyFileSync"]) watch(fs, name);
  for (const name of ["exec", "close"]) watch(Database.prototype, name);
  watch(Database.prototype, "pragma", /=|checkpoint/);
  syncBuiltinESMExports();
  return () => {
    for (const step of undo) step();
    syncBuiltinESMExports();
  };
}
