import { expect, test } from "vitest";
import { semaphore } from "#operations/extracted.ts";

/** Pieces of work that end when they are told to. */
function work() {
  const begun: number[] = [];
  const ends = new Map<number, { readonly well: () => void; readonly badly: (error: Error) => void }>();
  return {
    begun,
    piece: (number: number) => () => {
      begun.push(number);
      return new Promise<number>((resolve, reject) =>
        ends.set(number, { well: () => resolve(number), badly: reject }),
      );
    },
    end: (number: number) => ends.get(number)?.well(),
    fail: (number: number) => ends.get(number)?.badly(new Error("no text")),
  };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test("two go on at once, the others follow in their order, and one too many is turned away", async () => {
  const { begun, piece, end } = work();
  const gate = semaphore(2, 2);
  const [first, , third, , fifth] = [1, 2, 3, 4, 5].map((number) => gate(piece(number)));
  expect(await fifth).toEqual({ ok: false, error: "too-busy" });
  await soon();
  expect(begun).toEqual([1, 2]);
  end(1);
  expect(await first).toEqual({ ok: true, value: 1 });
  await soon();
  expect(begun).toEqual([1, 2, 3]);
  end(3);
  expect(await third).toEqual({ ok: true, value: 3 });
  await soon();
  expect(begun).toEqual([1, 2, 3, 4]);
});

test("one that fails says so and leaves its place to the next; so does the last", async () => {
  const { begun, piece, end, fail } = work();
  const gate = semaphore(1, 1);
  const [first, second] = [gate(piece(1)), gate(piece(2))];
  fail(1);
  await expect(first).rejects.toThrow("no text");
  await soon();
  end(2);
  expect(await second).toEqual({ ok: true, value: 2 });
  void gate(piece(3));
  await soon();
  expect(begun).toEqual([1, 2, 3]);
});
