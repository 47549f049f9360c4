import { expect, test } from "vitest";
import { post, serveSeededDatabase } from "./api.ts";

serveSeededDatabase();

const read = (place: number) =>
  post("/extractions", {
    text: `We will open dock ${place} within two years.\n\n`.repeat(500),
    saidOn: "2026-03-10",
  });

test("of thirty texts at once two are read and twenty wait; the others are to be sent again", async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, (_, place) => read(place)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    ...Array.from({ length: 22 }, () => 200),
    ...Array.from({ length: 8 }, () => 503),
  ]);
  expect(answers.find(({ status }) => status === 503)?.body.detail).toContain("Ask again");
  expect((await read(30)).status).toBe(200);
});
