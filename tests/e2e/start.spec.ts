import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { dirname } from "node:path";
import { json } from "node:stream/consumers";
import { setTimeout as after } from "node:timers/promises";
import { prepareDatabase, startServer } from "../../scripts/setup/server.mjs";
import { A_PAGE } from "./support/api.ts";
import { ask, fileOf, newDatabase, newFile, removeDatabase } from "./support/database.ts";
import { AGENTIC, PINNED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";

// How the server ends, and what it refuses to start with.

test("a server that is told to stop finishes what it is doing", async () => {
  const database = await newDatabase();
  const server = await startServer({ env: { ...PINNED, DATABASE_URL: database } });
  try {
    const body = JSON.stringify(A_PAGE);
    const posting = request(`${server.origin}/api/v1/forecasts/${AGENTIC}/evidence`, {
      method: "POST",
      // Or the server would wait some seconds for the next request on the same connection.
      agent: false,
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body) },
    });
    const answered = new Promise<{ status?: number; id: string }>((resolve, reject) => {
      posting.once("error", reject);
      posting.once("response", async (response) => {
        const { id } = (await json(response)) as { id: string };
        resolve({ status: response.statusCode, id });
      });
    });
    posting.write(body.slice(0, 20));
    await after(200);
    const stopping = server.stop();
    await after(300);
    posting.end(body.slice(20));
    const { status, id } = await answered;
    expect(status).toBe(201);
    expect(await stopping, "it left by itself").toBe(true);
    expect(await ask(database, "select id from evidence where id = ?", id)).toHaveLength(1);
    expect(await ask(database, "select id from history where subject_id = ?", id)).toHaveLength(1);
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow();
  } finally {
    await server.kill();
    await removeDatabase(database);
  }
});

for (const [what, content] of [
  ["an empty file", ""],
  ["a text", "This is no database, but somebody's only copy of a poem.\n".repeat(50)],
] as const) {
  test(`${what} in the database's place stops the start with a sentence, and stays as it is`, async () => {
    const database = newFile();
    const file = fileOf(database);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    try {
      const preparing = prepareDatabase({ env: { ...PINNED, DATABASE_URL: database }, quiet: true });
      const said = await preparing.then(
        () => "nothing",
        (error: Error) => error.message,
      );
      expect(said).toContain(file);
      expect(said).toMatch(/\.$/m);
      expect(said, "a sentence, not a stack").not.toMatch(/^\s+at /m);
      expect(readFileSync(file, "utf8")).toBe(content);
    } finally {
      await removeDatabase(database);
    }
  });
}
