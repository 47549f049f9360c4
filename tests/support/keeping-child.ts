import { setTimeout as wait } from "node:timers/promises";
import { openStore } from "#db/engine/open.ts";
import { type Keeping, keepNext } from "#web/keeping/keep-next.ts";
import { readSettings } from "#web/settings.ts";

// node tests/support/keeping-child.ts URL LEASE_MS DAYS_AHEAD: a second process that keeps pages until it is killed, two
// at a time, and says of each how it went. Its clock is as many days ahead.

const [url = "", leaseMs = "1000", daysAhead = "0"] = process.argv.slice(2);
const settings = readSettings({ ...process.env, DATABASE_URL: url }, process.cwd());
if (!settings.ok) throw new Error(settings.error);
const store = await openStore(settings.value.database);
const now = () => new Date(Date.now() + Number(daysAhead) * 86_400_000);
const keeping: Keeping = { ...settings.value.keeping, store, now, leaseMs: Number(leaseMs) };

const work = async () => {
  for (;;) {
    const made = await keepNext(keeping).catch((error: unknown) => {
      process.stdout.write(`failed ${error instanceof Error ? error.message : ""}\n`);
      return null;
    });
    if (made === null) await wait(50);
    else process.stdout.write(`${made.end.kind} ${made.url}\n`);
  }
};
process.stdout.write("ready\n");
await Promise.all([work(), work()]);
