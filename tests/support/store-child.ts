import { eq } from "drizzle-orm";
import { record } from "#db/change/history.ts";
import { parseDatabaseUrl } from "#db/engine/location.ts";
import { openStore, prepareStore } from "#db/engine/open.ts";
import { takeVisit } from "#db/pages/take-visit.ts";
import { endVisit } from "#db/pages/visits.ts";
import { speakers, speakerTexts } from "#db/schema/tables.ts";
import { day } from "#domain/day.ts";
import { seed } from "#seed/load.ts";
import { sendSpeaker } from "./sent-once.ts";
import { EVERY, page } from "./visits.ts";

// node tests/support/store-child.ts COMMAND URL [COUNT or WHEN]: a second process at the same database.

const [command, url = "", amount = "0"] = process.argv.slice(2);
const located = parseDatabaseUrl(url, process.cwd());
if (!located.ok) throw new Error(located.error);
const place = located.value;
const say = (line: string) => process.stdout.write(`${line}\n`);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const die = () => {
  process.kill(process.pid, "SIGKILL");
  return new Promise<void>(() => undefined);
};

switch (command) {
  case "first-run":
    say("ready");
    await prepareStore(place, async (store) => {
      await seed(store, new Date("2026-11-23T09:00:00Z"), day("2026-11-23"));
    });
    break;
  case "count-up": {
    const store = await openStore(place, { isPatient: true });
    say("ready");
    for (let i = 0; i < Number(amount); i++) {
      await store.write(async (tx) => {
        const [counter] = await tx.select().from(speakerTexts).where(eq(speakerTexts.name, "counter"));
        await turn();
        await tx
          .update(speakerTexts)
          .set({ role: String(Number(counter?.role) + 1) })
          .where(eq(speakerTexts.name, "counter"));
      });
    }
    await store.close();
    break;
  }
  case "insert-until-killed": {
    const store = await openStore(place, { isPatient: true });
    for (let i = 0; ; i++) {
      await store.write(async (tx) => {
        await tx.insert(speakers).values({ id: `row-${i}`, slug: `row-${i}` });
        await turn();
        await record(tx, new Date(), { action: "forecast-recorded", subjectId: `row-${i}` });
      });
      say(`row-${i}`);
      await turn();
    }
  }
  case "visit-all": {
    const store = await openStore(place, { isPatient: true });
    say("ready");
    const now = new Date("2026-11-23T09:00:00.123Z");
    // Whoever finds nothing for as long as this has seen the others finish.
    for (let idle = 0; idle < 50; ) {
      const token = `${process.pid}-${idle}-${performance.now()}`;
      const due = await store.write((tx) => takeVisit(tx, { now, leaseMs: 60_000, token }));
      idle = due === null ? idle + 1 : 0;
      if (due === null) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        continue;
      }
      const found = page(due.url, { finalUrl: due.url });
      const end = await store.write((tx) => endVisit(tx, due.lease, found, { ...EVERY, now }));
      if (end.kind !== "stored") throw new Error(end.kind);
      say(due.url);
    }
    await store.close();
    break;
  }
  case "hold-lock": {
    const store = await openStore(place, { isPatient: true });
    await store.write(async () => {
      say("ready");
      await new Promise((resolve) => setTimeout(resolve, Number(amount)));
    });
    await store.close();
    break;
  }
  case "send-once": {
    const store = await openStore(place, { isPatient: true });
    say("ready");
    // Several begin together, once somebody says so.
    while ((await store.read.$count(speakers, eq(speakers.slug, "go"))) === 0) await turn();
    for (let i = 0; i < Number(amount); i++) {
      say(JSON.stringify(await sendSpeaker(store, { key: `key-${i}`, within: turn })));
    }
    await store.close();
    break;
  }
  case "send-killed": {
    const store = await openStore(place, { isPatient: true });
    await sendSpeaker(store, { within: amount === "before-commit" ? die : undefined });
    await die();
    break;
  }
  default:
    throw new Error(`store-child: unknown command ${command}`);
}
