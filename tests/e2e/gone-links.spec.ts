import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { runtime } from "../../scripts/setup/runtime.mjs";
import { apiAt } from "./support/api.ts";
import { ask } from "./support/database.ts";
import { AGENTIC, forecastPage, serve } from "./support/server.ts";
import { aReport, serveSite } from "./support/site.ts";
import * as ui from "./support/typing.ts";

const run = promisify(execFile);
const site = serveSite({});
const served = serve(site.env);
const api = apiAt(served);

/** Runs the command as a person does, over the database of the server that goes on running. */
const check = async () => {
  const env = { ...process.env, ...site.env(), DATABASE_URL: served.database };
  const { stdout } = await run(
    runtime(),
    ["--disable-warning=ExperimentalWarning", "scripts/check-evidence.ts"],
    { env },
  );
  return stdout;
};

const watchOf = async (page: string) => {
  const [row] = await ask<{ standing: string }>(
    served.database,
    "select standing from watches where page_id = ?",
    page,
  );
  return row?.standing;
};

test("a page that is taken down is gone for the evidence, whose copy is there and is what it was", async ({
  page,
}) => {
  test.setTimeout(120_000);
  // The seed's links lead out of this machine.
  const seeded = await ask<{ id: string }>(served.database, "select id from evidence");
  for (const { id } of seeded) await api.withdrawPage(id, "Not to be asked for.");
  site.pages["/survey"] = { html: aReport({ title: "A survey that goes" }) };
  const url = site.link("/survey");
  const { page: id } = await api.logPage(AGENTIC, { url, title: "A survey that goes" });
  await expect.poll(() => watchOf(id), { timeout: 30_000 }).toBe("alive");
  expect(await check()).toMatch(/1 of 1: alive +http.*\nChecked: 1 links \(1 alive\)\./);

  delete site.pages["/survey"];
  expect(await check()).toContain("Checked: 1 links (1 gone).");
  await page.goto(forecastPage(AGENTIC));
  const entry = ui.entryOf(page, "A survey that goes");
  await expect(entry).toContainText(/gone since/i);

  const [kept] = await ask<{ sha256: string; bytes: Buffer; text: string }>(
    served.database,
    "select k.sha256, k.bytes, k.text from contents k join copies c on c.content_sha256 = k.sha256 join watches w on w.copy_id = c.id where w.page_id = ?",
    id,
  );
  if (kept === undefined) throw new Error("the copy is gone as well");
  const bytes = gunzipSync(kept.bytes);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(kept.sha256);
  expect(bytes.toString()).toBe(aReport({ title: "A survey that goes" }));
  expect(kept.text).toContain("The price of a million tokens fell");
});
