import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { protectionOf } from "#front/headers.ts";

const answer = { target: "/", type: "text/html; charset=utf-8", html: "<p>", isSecure: false };
const policyOf = (other: Partial<typeof answer> | { type: null } | { html: null }) => {
  const { "Content-Security-Policy": policy = "" } = protectionOf({ ...answer, ...other });
  return new Map(policy.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1).join(" ")]));
};
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

test("a page may use what is ours, and be framed by nobody", () => {
  expect(Object.fromEntries(policyOf({}))).toEqual({
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
});

const ERROR_PAGE = '<!DOCTYPE html><html id="__next_error__">';

test("scripts that the framework's error page has in it are named by what stands in them, each once", () => {
  const html = `${ERROR_PAGE}<head></head><script>one\n()</script><script src="/x.js"></script><script id="a">two</script><script>one\n()</script>`;
  expect(policyOf({ html }).get("script-src")).toBe(`'self' ${hash("one\n()")} ${hash("two")}`);
});

test("a script that stands in any other page is not", () => {
  for (const start of [
    "<!DOCTYPE html><html>",
    ` ${ERROR_PAGE}`,
    `<!doctype html>\n<html lang="en">${ERROR_PAGE}`,
  ]) {
    const html = `${start}<head><script>one()</script></head><body><script>two()</script></body>`;
    expect(policyOf({ html }).get("script-src")).toBe("'self'");
  }
});

test("a style in a page's head is named by what stands in it, and none that stands after it", () => {
  const html = "<head><style>a{}</style></head><body><style>b{}</style></body>";
  expect(policyOf({ html }).get("style-src")).toBe(`'self' ${hash("a{}")}`);
});

test("what is named is the bytes that are sent, whatever they are written in", () => {
  const script = 'self.push("時間 é")';
  const html = Buffer.from(`${ERROR_PAGE}<script>${script}</script>`).toString("latin1");
  expect(policyOf({ html }).get("script-src")).toBe(`'self' ${hash(script)}`);
});

test("in development scripts are not known beforehand", () => {
  expect(policyOf({ html: null }).get("script-src")).toContain("'unsafe-inline'");
});

test.each([
  ["JSON", { type: "application/json", target: "/api/v1/forecasts" }],
  ["a file", { type: "text/css", target: "/_next/static/a.css" }],
  ["nothing", { type: null, target: "/nowhere" }],
])("%s may do nothing", (_what, other) => {
  expect(Object.fromEntries(policyOf(other))).toEqual({
    "default-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  });
});

test("what a stranger made is in a corner of its own, whatever it says it is", () => {
  for (const type of ["text/html", "application/pdf"]) {
    const policy = policyOf({ type, target: "/copies/a/bytes" });
    expect([...policy.keys()][0]).toBe("sandbox");
    expect(policy.get("sandbox")).toBe("");
    expect(policy.get("default-src")).toBe("'none'");
  }
});

test("https is asked for where people come by it", () => {
  expect(protectionOf(answer)).not.toHaveProperty("Strict-Transport-Security");
  expect(protectionOf({ ...answer, isSecure: true })["Strict-Transport-Security"]).toBe("max-age=31536000");
});
