import { createHash } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { rounds } from "../../support/rounds.ts";
import { connectTo, ended, openAt, PATIENT, seededFile, start } from "../../support/store.ts";
import { article, logLink, webServer } from "../../support/web/logged-pages.ts";

// Many processes, one after the other, and as long as other work on the machine makes them take.
vi.setConfig({ testTimeout: 2 * PATIENT.testTimeout });

const ROUNDS = rounds(5, 25);
/** Longer than a visit here takes, and short enough that what a killed process held is soon taken up again. */
const LEASE_MS = 5000;
const PAGES = 80;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test(`killed in the midst of its visits ${ROUNDS} times, it loses none, makes none twice and keeps nothing by half`, async () => {
  // Slow enough that most kills come while a page is on its way.
  const web = await webServer((request, response) => {
    response.setHeader("content-type", "text/html");
    const text = article(`${request.headers.host}${request.url}`);
    response.write(text.slice(0, 200));
    setTimeout(() => response.end(text.slice(200)), 150);
  });
  const file = await seededFile();
  const store = await openAt(file);
  const now = new Date();
  for (let number = 0; number < PAGES; number += 1) {
    await logLink(store, `http://127.0.0.${2 + (number % 20)}:${web.port}/${number}`, now);
  }
  const run = async (daysAhead = 0) => {
    const settings = [`file:${file}`, String(LEASE_MS), String(daysAhead)];
    const child = start("tests/support/keeping-child.ts", settings, web.env);
    await once(child.stdout, "data");
    return child;
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = await run();
    await wait(100 + ((round * 137) % 1200));
    child.kill("SIGKILL");
    expect((await ended(child)).signal).toBe("SIGKILL");
    expect(connectTo(file, "read").pragma("integrity_check", { simple: true })).toBe("ok");
  }

  const raw = connectTo(file, "read");
  const waiting = () => raw.prepare("select count(*) n from watches where standing = 'waiting'").get();
  // What was cut off is due a day later at most.
  const last = await run(2);
  await expect.poll(waiting, { timeout: 120_000, interval: 250 }).toEqual({ n: 0 });
  last.kill("SIGKILL");
  const { stdout } = await ended(last);
  expect(stdout).not.toContain("failed");

  const count = (query: string) => raw.prepare<[], { n: number }>(query).get()?.n;
  expect(count("select count(*) n from watches where standing = 'alive'")).toBe(PAGES);
  expect(count("select count(*) n from visits")).toBe(PAGES);
  expect(count("select count(distinct page_id) n from visits")).toBe(PAGES);
  expect(count("select count(*) n from copies")).toBe(PAGES);
  const contents = raw.prepare<[], { sha256: string; size: number; bytes: Buffer }>(
    "select sha256, size, bytes from contents",
  );
  for (const kept of contents.all()) {
    const bytes = gunzipSync(kept.bytes);
    expect([sha256(bytes), bytes.length]).toEqual([kept.sha256, kept.size]);
  }
  const [space] = [count("select bytes n from kept_space")];
  expect(space).toBe(count("select sum(stored_size) n from contents"));
});
