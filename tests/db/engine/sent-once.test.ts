import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { keptAnswers, speakers, speakerTexts } from "#db/schema/tables.ts";
import type { Store } from "#db/store.ts";
import { ok } from "#domain/result.ts";
import { seededStore } from "../../support/any-store.ts";
import { rounds } from "../../support/rounds.ts";
import { NAME, sendSpeaker } from "../../support/sent-once.ts";
import { ended, PATIENT, startChild } from "../../support/store.ts";

vi.setConfig(PATIENT);

const onRecord = ({ read }: Store) => read.$count(speakerTexts, eq(speakerTexts.name, NAME));
const ROUNDS = rounds(20, 500);

test("of two processes that send the same under the same key one makes it, every time, and both answer alike", async () => {
  const { store, place } = await seededStore();
  const children = await Promise.all([1, 2].map(() => startChild("send-once", place, String(ROUNDS))));
  await store.write((tx) => tx.insert(speakers).values({ id: "go", slug: "go" }));
  const [one, two] = await Promise.all(
    children.map(async (child) => {
      const { stdout, code, stderr } = await ended(child);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      return stdout.split("\n").slice(1, -1);
    }),
  );
  expect(one).toHaveLength(ROUNDS);
  for (const [round, answered] of one?.entries() ?? []) {
    const alike = (line = "") => line.replace(/"isRepeated":\w+/, "");
    expect(alike(two?.[round])).toBe(alike(answered));
    const repeated = [answered, two?.[round]].filter((line) => line?.includes('"isRepeated":true'));
    expect(repeated, answered).toHaveLength(1);
  }
  expect(await onRecord(store)).toBe(ROUNDS);
  expect(await store.read.$count(keptAnswers)).toBe(ROUNDS);
});

test("killed between the commit and its answer, the process after it answers what was made", async () => {
  const { store, place } = await seededStore();
  const { signal, stderr } = await ended(await startChild("send-killed", place, "after-commit"));
  expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
  expect(await onRecord(store)).toBe(1);
  const answer = {
    status: 201,
    location: "/api/v1/speakers/grace-hopper",
    body: '{"slug":"grace-hopper","名":"\\u0000"}',
  };
  expect(await sendSpeaker(store)).toEqual(ok({ answer, isRepeated: true }));
  expect(await onRecord(store)).toBe(1);
});

test("killed before the commit, nothing is kept, and the process after it makes it", async () => {
  const { store, place } = await seededStore();
  const { signal, stderr } = await ended(await startChild("send-killed", place, "before-commit"));
  expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
  expect(await sendSpeaker(store)).toMatchObject({ ok: true, value: { isRepeated: false } });
  expect(await onRecord(store)).toBe(1);
});
