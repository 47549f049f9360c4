import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { and, isNull, ne } from "drizzle-orm";
import { expect, test } from "vitest";
import { findEvidence } from "#db/evidence/record.ts";
import { listTroubledLinks } from "#db/pages/troubled-links.ts";
import { evidence } from "#db/schema/tables.ts";
import type { Writer } from "#db/store.ts";
import { type Held, seededStore } from "../../support/any-store.ts";
import { NOW } from "../../support/seeded.ts";
import { ended, start } from "../../support/store.ts";
import { article, logLink } from "../../support/web/logged-pages.ts";

/** Leaves one entry: nothing of the world is asked here. */
const withdrawOthers = (tx: Writer, id: string) =>
  tx
    .update(evidence)
    .set({ withdrawnAt: NOW, withdrawalReason: "Not for this test." })
    .where(and(ne(evidence.id, id), isNull(evidence.withdrawnAt)));

/** Runs the command as a person would, and gives what it says. */
async function check({ place }: Held, port: number): Promise<string> {
  const env = {
    DATABASE_URL: place.engine === "sqlite" ? `file:${place.file}` : place.url,
    HINDCAST_FETCH_ALLOWED: "127.0.0.0/8",
    HINDCAST_FETCH_PORTS: String(port),
  };
  const { code, stdout, stderr } = await ended(start("scripts/check-evidence.ts", [], env));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

test("a page whose server is taken down cannot be reached once it was tried often enough, by the check alone", async () => {
  const server = createServer((_request, response) =>
    response.writeHead(200, { "content-type": "text/html" }).end(article("A page")),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const held = await seededStore();
  const { id } = await logLink(held.store, `http://127.0.0.1:${port}/page`, new Date());
  const linkNow = async () => (await findEvidence(held.store.read, id))?.link;
  await held.store.write((tx) => withdrawOthers(tx, id));

  expect(await check(held, port)).toMatch(/1 alive/);
  const { copyId } = (await linkNow()) ?? {};
  expect(copyId).toBeTruthy();
  server.closeAllConnections();
  server.close();
  await once(server, "close");

  let firstTried = Number.POSITIVE_INFINITY;
  for (let tries = 1; tries <= 3; tries++) {
    expect(await check(held, port)).toMatch(/1 of 1: in vain, to be tried again \(not-reached\)/);
    expect(await linkNow()).toMatchObject({ standing: "alive", fault: "not-reached" });
    firstTried = Math.min(firstTried, Date.now());
  }
  expect(await check(held, port)).toMatch(/1 of 1: unreachable \(not-reached\)/);
  const down = await linkNow();
  // Since the first of the four.
  expect(down?.since.getTime()).toBeLessThan(firstTried);
  expect(down).toMatchObject({ standing: "unreachable", fault: "not-reached", copyId });
  // Once more says the same, since the same time.
  expect(await check(held, port)).toMatch(/unreachable/);
  expect(await linkNow()).toMatchObject({ standing: "unreachable", since: down?.since });
  const { items } = await listTroubledLinks(held.store.read, { limit: 10 });
  expect(items.map(({ link }) => [link.standing, link.fault])).toEqual([["unreachable", "not-reached"]]);
});
