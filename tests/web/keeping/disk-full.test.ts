import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { connectTo, ended, openAt, PATIENT, seededFile, start } from "../../support/store.ts";
import { logLink, webServer } from "../../support/web/logged-pages.ts";

vi.setConfig(PATIENT);

const BLOCK = 1024;
const LEASE_MS = 5000;

test("on a disk that is full a copy is not kept, the start says why, nothing is corrupt, and it goes on once there is room", async () => {
  // What cannot be packed: half a megabyte stays half a megabyte.
  const text = randomBytes(400_000).toString("base64");
  const web = await webServer((_request, response) => {
    response.setHeader("content-type", "text/plain");
    response.end(text);
  });
  const file = await seededFile();
  const store = await openAt(file);
  await logLink(store, `http://127.0.0.1:${web.port}/large`, new Date());

  // No file of this process may grow beyond what the database is now and a little: as a full disk, for real.
  const room = Math.ceil(statSync(file).size / BLOCK) + 64;
  const args = [
    "--disable-warning=ExperimentalWarning",
    "tests/support/keeping-child.ts",
    `file:${file}`,
    String(LEASE_MS),
  ];
  const full = spawn("bash", ["-c", `ulimit -f ${room}; exec "$0" "$@"`, process.execPath, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", ...web.env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  full.stdout.setEncoding("utf8").on("data", (part: string) => {
    said += part;
  });
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/failed .*(full|disk|I\/O)/);
  full.kill("SIGKILL");
  await wait(100);

  const raw = connectTo(file, "read");
  expect(raw.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(raw.prepare("select count(*) n from copies").get()).toEqual({ n: 0 });
  expect(raw.prepare("select count(*) n from contents").get()).toEqual({ n: 0 });

  // It is put off, where there was room for that; whoever has made room need not wait for it.
  const write = connectTo(file);
  write.exec("update watches set due_at = 0; update hosts set due_at = 0, lease = null, leased_until = null");
  const roomy = start("tests/support/keeping-child.ts", [`file:${file}`, String(LEASE_MS)], web.env);
  const kept = () => raw.prepare("select standing from watches").get();
  await expect.poll(kept, { timeout: 60_000 }).toEqual({ standing: "alive" });
  roomy.kill("SIGKILL");
  await ended(roomy);
});
