import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { newDatabase, removeDatabase } from "../e2e/support/database.ts";

let server: RunningServer;
let database = "";
beforeAll(async () => {
  database = await newDatabase();
  server = await startServer({ env: { DATABASE_URL: database, HINDCAST_FETCHING: "off" } });
});
afterAll(async () => {
  await server.stop();
  await removeDatabase(database);
});

/** In how many ms 95 of 100 pages come. */
async function p95(): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < 200; i++) {
    const begun = performance.now();
    await (await fetch(`${server.origin}/forecasts?x=${i}`)).arrayBuffer();
    took.push(performance.now() - begun);
  }
  return took.toSorted((a, b) => a - b)[190] ?? Number.NaN;
}

test("400 bodies that do not come hold up nobody, and are gone in fifteen seconds", async () => {
  await p95();
  const alone = await p95();
  const { hostname, port } = new URL(server.origin);
  let open = 0;
  const sockets = Array.from({ length: 400 }, (_, i) => {
    const socket = connect(Number(port), hostname);
    const path = i % 2 === 0 ? "/api/v1/speakers" : "/forms/log-evidence/x";
    const type = i % 2 === 0 ? "application/json" : "multipart/form-data; boundary=x";
    socket.on("connect", () => {
      open += 1;
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${server.origin}\r\nContent-Type: ${type}\r\nContent-Length: 5000\r\n\r\n{"name":`,
      );
    });
    socket.on("close", () => {
      open -= 1;
    });
    socket.on("error", () => undefined).resume();
    return socket;
  });
  await expect.poll(() => open).toBe(400);
  const begun = performance.now();
  const beside = await p95();
  while (open > 0 && performance.now() - begun < 60_000) await wait(100);
  const seconds = (performance.now() - begun) / 1000;
  process.stdout.write(
    `95 of 100 pages within ${alone.toFixed(1)} ms, beside 400 unfinished bodies within ${beside.toFixed(1)} ms; gone after ${seconds.toFixed(1)} s\n`,
  );
  for (const socket of sockets) socket.destroy();
  expect(seconds).toBeLessThan(15);
  expect(beside).toBeLessThan(1.5 * alone);
});
