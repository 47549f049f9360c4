import { expect, test, vi } from "vitest";
import { killedInMigration } from "../../support/killed-migration.ts";
import { rounds } from "../../support/rounds.ts";
import { newFolder, PATIENT, seededFile } from "../../support/store.ts";

vi.setConfig(PATIENT);

const ROUNDS = rounds(5, 20);
const SHARES = Array.from({ length: ROUNDS }, (_, i) => Number((i / (ROUNDS - 1)).toFixed(2)));

test.each(SHARES)(
  "killed inside the transaction of an upgrade, %s of the way, a file is as it was and starts again",
  async (share) => {
    const { statement, of, logBytes } = await killedInMigration(newFolder(), await seededFile(), share);
    expect(statement).toBe(Math.round(share * of));
    expect(of).toBeGreaterThan(50);
    // From the middle on a good part of the work was in the log already.
    if (share > 0.5) expect(logBytes).toBeGreaterThan(100_000);
  },
);
