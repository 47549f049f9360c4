import { startServer } from "../../scripts/setup/server.mjs";
import { apiAt } from "./support/api.ts";
import { ask, newDatabase, removeDatabase } from "./support/database.ts";
import { AGENTIC, PINNED } from "./support/server.ts";
import { serveSite } from "./support/site.ts";
import { expect, test } from "./support/test.ts";

const never = new Promise<void>(() => {});
const site = serveSite({ "/slow": { html: "", after: never } });

test("a server that is told to end gives the visit in hand back: due as before, no attempt, its host free", async () => {
  const database = await newDatabase();
  const env = { ...PINNED, ...site.env(), DATABASE_URL: database };
  const watch = () =>
    ask<{ due_at: unknown; since: unknown }>(
      database,
      "select standing, cast(attempts as text) attempts, fault, due_at, since from watches",
    );
  const host = () => ask<{ lease: string | null }>(database, "select lease, leased_until from hosts");
  const server = await startServer({ env });
  try {
    await apiAt(server).logPage(AGENTIC, { url: site.link("/slow") });
    await expect.poll(() => site.asked).toEqual(["/slow"]);
    const [begun] = await watch();
    if (begun === undefined) throw new Error("nothing is watched");
    expect(begun).toMatchObject({ standing: "waiting", attempts: "0", fault: null });
    expect(begun.due_at, "put off, in case that it is cut off").not.toEqual(begun.since);
    expect((await host())[0]?.lease).toBeTruthy();
    expect(await server.stop(), "it ends by itself").toBe(true);
    expect(await watch()).toEqual([{ ...begun, due_at: begun.since }]);
    expect(await host()).toEqual([{ lease: null, leased_until: null }]);
    expect(await ask(database, "select id from visits")).toEqual([]);
  } finally {
    await server.stop();
    await removeDatabase(database);
  }
});
