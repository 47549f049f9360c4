import { test } from "vitest";
import { expectConsole } from "../support/setup";

test("a test may write to the console what it said it would", () => {
  expectConsole(/error: the disk is full/);
  console.error("the disk", "is full");
});

test.fails("a test that writes anything else fails", () => {
  console.warn("nobody expected this");
});

test.fails("a test that does not write what it said it would fails", () => {
  expectConsole(/never written/);
});
