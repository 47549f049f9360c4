import { globSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { isApi, isHealth, isOfStranger, laneOf, methodsOf } from "#front/routes.ts";

const METHOD = /\b(?:GET|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;

/** An address that a route has, and the methods that its file exports, with those that the framework adds. */
const routes = globSync("app/**/route.ts")
  .toSorted()
  .map((file) => {
    const exported = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => /^export (?:const|async function) |^ {2}missing as /.test(line))
      .flatMap((line) => /\b(?:GET|POST|PUT|PATCH|DELETE|OPTIONS)\b/.exec(line)?.[0] ?? []);
    const path = file.replace(/^app|\/route\.ts$/g, "").replaceAll(/\[{1,2}[^\]]*\]{1,2}/g, "x");
    const added = [
      ...(exported.includes("GET") ? ["HEAD"] : []),
      ...(path.startsWith("/api") ? ["OPTIONS"] : []),
    ];
    return { path, methods: [...new Set([...exported, ...added])].toSorted() };
  });

it("knows the routes", () => {
  expect(routes.length).toBeGreaterThan(30);
});

test.each(routes)("$path takes $methods", ({ path, methods }) => {
  expect([...methodsOf(path)].toSorted()).toEqual(methods);
  expect([...methodsOf(`${path}?x=/api#y`)].toSorted()).toEqual(methods);
});

test.each(["/", "/forecasts", "/forecasts/x/evidence/new", "/form", "/language/x", "/apis", "//", "*", ""])(
  "%j is a page",
  (target) => {
    expect(methodsOf(target).join()).toBe("GET,HEAD");
  },
);

test("an address of the API that is none takes what any other takes", () => {
  for (const target of ["/api", "/api/", "/api/v1/nothing", "/api/v1/forecasts/a/b/c/d?x"]) {
    expect(methodsOf(target).join()).toMatch(METHOD);
    expect(methodsOf(target)).not.toContain("TRACE");
    expect(methodsOf(target)).toContain("POST");
  }
});

describe("the lane of", () => {
  test.each([
    ["GET", "/", "read"],
    ["HEAD", "/forecasts?q=a", "read"],
    ["GET", "/api/v1/forecasts", "read"],
    ["GET", "/sources/a/read", "long"],
    ["GET", "/copies/a/bytes", "long"],
    ["GET", "/api/v1/copies/a/difference?to=b", "long"],
    ["GET", "/sources/a/reads", "read"],
    ["GET", "/healthz", null],
    ["GET", "/healthz?x", null],
    ["GET", "/healthzz", "read"],
    ["GET", "/_next/static/a.css", null],
    ["GET", "/_next/image", "read"],
    ["GET", "/_next/data/a", "read"],
    ["GET", "/script/a.js", null],
    ["GET", "/icon.svg?icon.1.svg", null],
    ["POST", "/forms/log-evidence/a", null],
    ["PATCH", "/api/v1/evidence/a", null],
  ])("%s %s is %s", (method, target, lane) => {
    expect(laneOf(method, target)).toBe(lane);
  });
});

test.each([
  [isApi, ["/api", "/api/v1", "/api?x"], ["/apix", "/x/api", ""]],
  [isHealth, ["/healthz", "/healthz?x"], ["/healthz/", "/healthzx", "//healthz"]],
  [
    isOfStranger,
    ["/copies/a/bytes", "/copies/a/bytes?x"],
    ["/copies/bytes", "/copies/a/bytes/b", "/copies/a"],
  ],
])("%o", (is, yes, no) => {
  expect(yes.filter((target) => !is(target))).toEqual([]);
  expect(no.filter((target) => is(target))).toEqual([]);
});
