import { renameSync } from "node:fs";
import { join } from "node:path";
import { en } from "#messages/en.ts";
import { type RunningServer, startServer } from "../../scripts/setup/server.mjs";
import { mountDisk, type OwnDisk, triedOn, whyNoDisk } from "../support/own-disk.ts";
import { fileOf, newFile, removeDatabase } from "./support/database.ts";
import { AGENTIC, forecastPage, PINNED } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import * as ui from "./support/typing.ts";

// A file that goes while it is served, and a disk that fills up: nothing is taken for saved, and no typing is lost.

const moved = { file: "", origin: "" };
const full = { origin: "" };
let disk: OwnDisk | undefined;
const servers: RunningServer[] = [];

async function start(database: string): Promise<string> {
  const server = await startServer({ env: { ...PINNED, DATABASE_URL: database } });
  servers.push(server);
  return server.origin;
}

test.beforeAll(async () => {
  const database = newFile();
  Object.assign(moved, { file: fileOf(database), origin: await start(database) });
  if (whyNoDisk !== null) return;
  disk = mountDisk(16);
  full.origin = await start(`file:${join(disk.folder, "data", "hindcast.db")}`);
});
test.afterAll(async () => {
  for (const server of servers) await server.stop();
  await removeDatabase(`file:${moved.file}`);
  disk?.remove();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    const typed = ui.aPage({
      url: `https://example.org/script-${javaScriptEnabled}`,
      title: `Script ${javaScriptEnabled}`,
    });

    test("a form over a database that was moved away says so, keeps what was typed, and saves it once it is back", async ({
      page,
    }) => {
      const { file, origin } = moved;
      await page.goto(origin + forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await ui.typeEvidence(form, typed);
      renameSync(file, `${file}.away`);
      await ui.press(form, en.evidence.submit);
      await expect(form.getByRole("alert")).toContainText(en.form.hindered.moved);
      await expect(form.getByLabel(en.evidence.summary)).toHaveValue(typed.summary);
      expect((await fetch(`${origin}/healthz`)).status).toBe(503);
      expect((await fetch(`${origin}${forecastPage(AGENTIC)}`)).status).toBe(200);
      renameSync(`${file}.away`, file);
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
      await ui.press(form, en.evidence.submit);
      await expect(ui.entryOf(page, typed.title)).toBeVisible();
    });

    test(`a form over a full disk says so, keeps what was typed, and saves it once there is room (${triedOn})`, async ({
      page,
    }) => {
      if (disk === undefined) return expect(whyNoDisk).not.toBe("");
      const { origin } = full;
      await page.goto(origin + forecastPage(AGENTIC));
      const form = ui.logForm(page);
      await ui.typeEvidence(form, typed);
      disk.fill();
      await ui.press(form, en.evidence.submit);
      await expect(form.getByRole("alert")).toContainText(en.form.hindered.full);
      await expect(form.getByLabel(en.evidence.summary)).toHaveValue(typed.summary);
      expect((await fetch(`${origin}/healthz`)).status).toBe(200);
      disk.makeRoom();
      await ui.press(form, en.evidence.submit);
      await expect(ui.entryOf(page, typed.title)).toBeVisible();
    });
  });
}
