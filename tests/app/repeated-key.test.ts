import { expect, test } from "vitest";
import { surveyed } from "#app/_request/api/body.ts";

test.each([
  ["at the top", '{"a":1,"a":2}', "a"],
  ["with others between", '{"a":1,"b":{"a":3},"a":2}', "a"],
  ["inside an object", '{"claim":{"en":"A","zh-Hant":"B","en":"A"}}', "claim.en"],
  ["in a list", '{"forecasts":[{"a":1},{"a":1,"tags":["a","a"],"a":2}]}', "forecasts.1.a"],
  ["in lists of lists", '[[0],[1,[{"a":1,"a":1}]]]', "1.1.0.a"],
  ["written otherwise", String.raw`{"a":1,"\u0061":2}`, "a"],
  ["written otherwise first", String.raw`{"\u005f_proto__":1,"__proto__":2}`, "__proto__"],
  ["with a quotation mark in it", String.raw`{"a\"b":1,"a\u0022b":2}`, 'a"b'],
  ["with a backslash at its end", String.raw`{"a\\":1,"a\u005c":2}`, "a\\"],
  ["as a half of a character", String.raw`{"\ud83d":1,"\uD83D":2}`, "\ud83d"],
  ["of no letters", '{"":1,"":2}', ""],
  ["with blanks around", '{ "a"\n\t:1 ,\r"a" : 2 }', "a"],
  ["of JavaScript's names", '{"constructor":1,"constructor":2}', "constructor"],
  ["after a text that looks like JSON", '{"t":"{\\"a\\":1,","a":1,"a":2}', "a"],
])("a key that comes twice is named by its path: %s", (_, json, path) => {
  expect(() => JSON.parse(json)).not.toThrow();
  expect(surveyed(json).twice).toBe(path);
});

test.each([
  ["nothing", "{}"],
  ["other keys", '{"a":1,"A":2," a":3,"á":4,"a\u0301":5}'],
  ["the same in different objects", '{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":1}}'],
  ["the same as a value", '{"a":"a","b":"a"}'],
  ["values that look like keys", '{"a":"b\\":1,\\"a","b":"a:"}'],
  ["a list of the same texts", '["a","a",["a"]]'],
  ["a list of texts in an object", '{"a":["a","a"],"b":["a","b"]}'],
  ["a text", '"a"'],
])("no key comes twice: %s", (_, json) => {
  expect(() => JSON.parse(json)).not.toThrow();
  expect(surveyed(json).twice).toBeNull();
});

/** What JSON.parse takes without a word is what this is about: with any key once, both see as many of them. */
test("whatever is made of few keys, it is found just where writing it anew leaves one out", () => {
  let state = 7;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const keys = ['"a"', '"b"', String.raw`"\u0061"`, String.raw`"\""`, String.raw`"\u0022"`];
  const value = (depth: number): string => {
    const kind = next(depth > 3 ? 2 : 4);
    const parts = () => Array.from({ length: next(4) }, () => value(depth + 1));
    if (kind === 0) return '"a,{\\"a\\":"';
    if (kind === 1) return "1";
    if (kind === 2) return `[${parts().join(",")}]`;
    return `{${parts().map((part) => `${keys[next(keys.length)]} : ${part}`)}}`;
  };
  const count = (parsed: unknown): number =>
    typeof parsed !== "object" || parsed === null
      ? 0
      : Object.values(parsed).reduce(
          (sum: number, part) => sum + count(part),
          Array.isArray(parsed) ? 0 : Object.keys(parsed).length,
        );
  const found = { twice: 0, once: 0 };
  for (let i = 0; i < 3000; i++) {
    const json = value(0);
    const written = json.match(/" : /g)?.length ?? 0;
    const isTwice = count(JSON.parse(json)) < written;
    expect(surveyed(json).twice !== null, json).toBe(isTwice);
    found[isTwice ? "twice" : "once"] += 1;
  }
  expect(found.twice).toBeGreaterThan(100);
  expect(found.once).toBeGreaterThan(100);
});

const object = (keys: number) => `{${Array.from({ length: keys }, (_, i) => `"k${i}":1`)}}`;
const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

test.each([
  ["keys", object(20_000), object(20_001)],
  ["entries", `[${"1,".repeat(19_998)}1]`, `[${"1,".repeat(20_000)}1]`],
  ["lists", `[${"[],".repeat(9_999)}0]`, `[${"[],".repeat(10_000)}0]`],
  ["levels", deep(20), deep(21)],
  ["levels of objects", '{"a":'.repeat(20), '{"a":'.repeat(500_000)],
])("as many %s as no body of ours has are not read", (_, most, more) => {
  expect(surveyed(most).isTooMuch).toBe(false);
  expect(surveyed(more).isTooMuch).toBe(true);
});

test("what stands in a text is no part, however much of it there is", () => {
  const text = String.raw`[{\"a\":1,`.repeat(100_000);
  expect(surveyed(`{"a":"${text}","a":"\\"}`)).toEqual({ twice: "a", isTooMuch: false });
});

test.each(['{"a":', '{"a', '{"\\u":1,"\\u":2}', '"', '"\\', "}}]]", "", ",,,"])(
  "what is no JSON does no harm: %j",
  (json) => {
    expect(() => JSON.parse(json)).toThrow();
    expect(surveyed(json).isTooMuch).toBe(false);
  },
);
