import { expect, test, vi } from "vitest";
import { killedInMigration } from "../support/killed-migration.ts";
import { newFolder, PATIENT, seededFile } from "../support/store.ts";

vi.setConfig(PATIENT);

const SHARES = Array.from({ length: 10 }, (_, i) => i / 9);

test.each(SHARES)(
  "killed inside the transaction of an upgrade, %f of the way, a file is as it was and starts again",
  async (share) => {
    const { statement, of, logBytes } = await killedInMigration(newFolder(), await seededFile(), share);
    expect(statement).toBe(Math.round(share * of));
    expect(of).toBeGreaterThan(50);
    // From the middle on a good part of the work was in the log already.
    if (share > 0.5) expect(logBytes).toBeGreaterThan(100_000);
  },
);
