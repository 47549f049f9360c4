import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { connectTo, dump, ended, openAt, PATIENT, seededFile, startChild } from "../../support/store.ts";

vi.setConfig(PATIENT);

const rowsOf = (said: string) => said.split("\n").filter((line) => line !== "");
const isRow = (id: unknown): id is string => /^row-\d+$/.test(String(id));

test.each([5, 20, 40, 80])(
  "killed %i ms into its work, an app has kept all that it answered, and nothing by half",
  async (ms) => {
    const file = await seededFile();
    const child = await startChild("insert-until-killed", file);
    await wait(ms);
    child.kill("SIGKILL");
    const { stdout, signal } = await ended(child);
    expect(signal).toBe("SIGKILL");
    expect(existsSync(`${file}-wal`)).toBe(true);
    const answered = rowsOf(stdout);
    expect(answered.length).toBeGreaterThan(0);

    const store = await openAt(file);
    expect(await store.schemaVersion()).toBeTypeOf("string");
    const tables = dump(file);
    const there = tables.speakers?.map(({ id }) => id).filter(isRow) ?? [];
    expect(there).toEqual(expect.arrayContaining(answered));
    // At most the one change that was under way is there unanswered, and each has its history entry.
    expect(there.length - answered.length).toBeLessThanOrEqual(1);
    const told = tables.history?.map(({ subject_id: id }) => id).filter(isRow) ?? [];
    expect(told.toSorted()).toEqual(there.toSorted());
    expect(connectTo(file, "read").pragma("integrity_check", { simple: true })).toBe("ok");
  },
);
