import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function start(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test.each(["abc", "0", "65536", "80.5", "-1", "1e3"])("npm start refuses PORT=%s in one line", (PORT) => {
  const stderr = `PORT must be a whole number from 1 to 65535, not "${PORT}".\n`;
  expect(start({ PORT })).toEqual({ status: 1, stdout: "", stderr });
});

test.each(["http://localhost", "127.0.0.1:3000", "a b"])("npm start refuses HOST=%s in one line", (HOST) => {
  const { status, stdout, stderr } = start({ HOST });
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^HOST must be a name or an address of this machine, such as .+\n$/);
});
