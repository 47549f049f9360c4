import { describe, expect, it } from "vitest";
import { AGENTIC, countRows, get, send, serveSeededDatabase } from "./api.ts";
import { anEvidence, aVerdict } from "./bodies.ts";

// What is sent twice is made once.

serveSeededDatabase();

const EVIDENCE = `/forecasts/${AGENTIC}/evidence`;
let made = 0;
const aPage = () => ({ ...anEvidence, url: `https://example.org/once/${made++}` });

async function sendAs(key: string | null, body: unknown, path = EVIDENCE, method = "POST") {
  const headers = new Headers({ "content-type": "application/json" });
  if (key !== null) headers.set("idempotency-key", key);
  const answer = await send(method, `/api/v1${path}`, { headers, body: JSON.stringify(body) });
  const { status } = answer;
  return { status, location: answer.headers.get("location"), text: await answer.text() };
}

/** How many entries a piece of work adds. */
async function added(work: () => Promise<void>): Promise<number> {
  const before = await countRows();
  await work();
  return (await countRows()).evidence - before.evidence;
}

describe("a change under a key", () => {
  it.each([
    ["bare", "8e03978e-40d5-43dd-bc93-6894a57f9324"],
    ["quoted", '"clkyoesmbgybucifusbbtdsbohtyuuwz"'],
    ["as long as can be", "k".repeat(255)],
  ])("that is %s is made once and answered alike", async (_how, key) => {
    const page = aPage();
    const count = await added(async () => {
      const first = await sendAs(key, page);
      expect(first.status).toBe(201);
      expect(await sendAs(key, page)).toEqual(first);
    });
    expect(count).toBe(1);
  });

  it("is the same change whether the key is quoted or bare, and another without one", async () => {
    const page = aPage();
    const first = await sendAs("both-ways", page);
    expect(await sendAs('"both-ways"', page)).toEqual(first);
    expect((await sendAs(null, page)).status).toBe(409);
  });

  it("is answered as it was then, whatever became of the record", async () => {
    const page = aPage();
    const first = await sendAs("then", page);
    const { id, revision } = JSON.parse(first.text);
    await sendAs(null, { summary: "Put better.", revision }, `/evidence/${id}`, "PATCH");
    expect(await sendAs("then", page)).toEqual(first);
    expect((await get(`/evidence/${id}`)).body.summary).toBe("Put better.");
  });

  it("with another body, or to another address, is refused and stores nothing", async () => {
    const page = aPage();
    await sendAs("taken", page);
    const count = await added(async () => {
      expect((await sendAs("taken", { ...page, title: "Another" })).status).toBe(422);
      expect((await sendAs("taken", page, "/forecasts/kernel-2x/evidence")).status).toBe(422);
      expect((await sendAs("taken", page, `${EVIDENCE}?x=1`)).status).toBe(422);
    });
    expect(count).toBe(0);
  });

  it("that was refused is free for what is sent corrected", async () => {
    const page = aPage();
    expect((await sendAs("corrected", { ...page, stance: "sideways" })).status).toBe(422);
    expect((await sendAs("corrected", page, "/forecasts/nowhere/evidence")).status).toBe(404);
    expect((await sendAs("corrected", page)).status).toBe(201);
  });

  it("sent by ten at once is made once", async () => {
    const page = aPage();
    const count = await added(async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => sendAs("ten", page)));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    });
    expect(count).toBe(1);
  });

  it("is made once for a verdict too", async () => {
    const path = `/forecasts/${AGENTIC}/verdicts`;
    const first = await sendAs("judged", aVerdict, path);
    expect(first.status).toBe(201);
    expect(await sendAs("judged", aVerdict, path)).toEqual(first);
    expect((await sendAs("judged-again", aVerdict, path)).status).toBe(409);
  });
});

it.each(["", '""', "k".repeat(256), "two words", '"half', "ключ", "a, b"])(
  "%j is no key, and nothing is made under it",
  async (key) => {
    const page = aPage();
    const count = await added(async () => {
      const headers = { "content-type": "application/json", "idempotency-key": key };
      const body = JSON.stringify(page);
      const sent = await send("POST", `/api/v1${EVIDENCE}`, { headers, body }).catch(() => null);
      // What no header can hold is not sent at all.
      expect(sent?.status ?? 400).toBe(400);
    });
    expect(count).toBe(0);
  },
);
