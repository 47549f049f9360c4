import { expect, test } from "vitest";
import { turns } from "#front/turns.ts";

function watched(most: Parameters<typeof turns>[0]) {
  const { take } = turns(most);
  const begun: string[] = [];
  const done = new Map<string, () => void>();
  const ask = (lane: "read" | "long", name: string) =>
    take(lane, (end) => {
      begun.push(name);
      done.set(name, end);
    });
  return { begun, ask, end: (name: string) => done.get(name)?.() };
}

test("a few begin at once, the rest in the order that they came in", () => {
  const { begun, ask, end } = watched({ atOnce: 2, long: 1, waiting: 10 });
  for (const name of ["a", "b", "c", "d"]) ask("read", name);
  expect(begun).toEqual(["a", "b"]);
  end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  // Told twice, it is one place that is free.
  end("b");
  expect(begun).toEqual(["a", "b", "c"]);
  end("a");
  end("c");
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

test("who reads goes before what takes long, which never has all places", () => {
  const { begun, ask, end } = watched({ atOnce: 2, long: 1, waiting: 10 });
  ask("long", "export");
  ask("long", "another");
  ask("read", "a");
  ask("read", "b");
  expect(begun).toEqual(["export", "a"]);
  end("export");
  expect(begun).toEqual(["export", "a", "b"]);
  end("a");
  expect(begun).toEqual(["export", "a", "b", "another"]);
});

test("one too many is told so, and who leaves makes room", () => {
  const { begun, ask, end } = watched({ atOnce: 1, long: 1, waiting: 2 });
  ask("read", "a");
  const leave = ask("read", "b");
  ask("long", "c");
  expect(ask("read", "d")).toBeNull();
  leave?.();
  expect(ask("read", "e")).not.toBeNull();
  end("a");
  expect(begun).toEqual(["a", "e"]);
  end("e");
  expect(begun).toEqual(["a", "e", "c"]);
});
