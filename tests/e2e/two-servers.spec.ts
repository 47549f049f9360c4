import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { findPostgres, newPostgres, type PostgresServer } from "../support/engines/postgres-server.ts";
import { newFile, removeDatabase } from "./support/database.ts";
import { PINNED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

const SLUG = "agentic-mainstream-1y";
const ROUNDS = 100;

const VERDICT = {
  outcome: "partly",
  happenedOn: null,
  knownOn: "2026-11-01",
  rationale: "One of the two is met.",
  evidenceIds: [],
  withoutEvidenceReason: "It is widely known.",
  replaces: null,
  replacesReason: null,
  alreadyJudgeable: false,
};

const post = (origin: string, path: string, body: unknown) =>
  fetch(`${origin}/api/v1/forecasts/${SLUG}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Two servers over one database, behind a turn that goes round. */
async function twoServers(databaseUrl: string): Promise<readonly [RunningServer, RunningServer]> {
  const env = { ...PINNED, DATABASE_URL: databaseUrl };
  const first = await startServer({ env });
  return [first, await startServer({ env })];
}

async function giveVerdictsAtOnce([first, second]: readonly [RunningServer, RunningServer]) {
  for (let round = 0; round < ROUNDS; round++) {
    const [here, there] = round % 2 === 0 ? [first, second] : [second, first];
    const [a, b] = await Promise.all([
      post(here.origin, "/verdicts", { ...VERDICT, by: "Ada" }),
      post(there.origin, "/verdicts", { ...VERDICT, by: "Ben" }),
    ]);
    const [won, lost] = a.status < b.status ? [a, b] : [b, a];
    expect([won.status, lost.status]).toEqual([201, 409]);
    const { id } = await won.json();
    expect((await lost.json()).current.id, "the loser is told who won").toBe(id);
    const seen = await (await fetch(`${there.origin}/api/v1/forecasts/${SLUG}`)).json();
    expect(seen.verdict.id, "the other server shows it at once").toBe(id);
    const undone = await post(there.origin, `/verdicts/${id}/withdrawal`, { reason: "next round" });
    expect(undone.status).toBe(201);
  }
}

test("of two verdicts at once through two servers over one file exactly one is given", async () => {
  test.setTimeout(180_000);
  const database = newFile();
  const servers = await twoServers(database);
  await giveVerdictsAtOnce(servers);
  for (const server of servers) await server.stop();
  await removeDatabase(database);
});

const programs = findPostgres();
if (programs !== null) {
  test.describe("over one PostgreSQL", () => {
    let postgres: PostgresServer;
    let servers: readonly [RunningServer, RunningServer];
    test.beforeAll(async () => {
      postgres = await newPostgres(programs);
      servers = await twoServers(postgres.url("postgres"));
    });
    test.afterAll(async () => {
      for (const server of servers ?? []) await server.stop();
      await postgres?.remove();
    });

    test("of two verdicts at once through two servers exactly one is given", async () => {
      test.setTimeout(180_000);
      await giveVerdictsAtOnce(servers);
    });

    test("a server that is gone is told with 503 and when to ask again, and all is well once it is back", async ({
      page,
    }) => {
      await postgres.stop();
      for (const { origin } of servers) {
        for (const path of ["/", "/forecasts", `/forecasts/${SLUG}`, "/healthz", "/api/v1/forecasts"]) {
          const answer = await fetch(origin + path, { headers: { "accept-language": "en" } });
          expect([path, answer.status, answer.headers.get("retry-after")]).toEqual([path, 503, "5"]);
        }
        const answer = await post(origin, "/verdicts", VERDICT);
        expect([answer.status, answer.headers.get("content-type")]).toEqual([
          503,
          "application/problem+json",
        ]);
      }
      const [{ origin }] = servers;
      await page.goto(`${origin}/`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "The records cannot be reached just now",
      );
      const chinese = await fetch(origin, { headers: { "accept-language": "zh-TW" } });
      expect(await chinese.text()).toContain("目前無法讀取紀錄");

      await postgres.start();
      await page.getByRole("link", { name: "Try again" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("past due without a verdict");
      for (const server of servers) {
        expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
        expect((await post(server.origin, "/verdicts", {})).status).toBe(422);
      }
    });
  });
}
