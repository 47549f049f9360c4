import { globSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { answerPosted, FORMS } from "#app/_request/forms/form-door.ts";
import { OPERATIONS } from "#operations/all.ts";
import { takeText } from "#operations/taken-texts.ts";
import { giveVerdict } from "#operations/verdicts.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const files = globSync("app/api/v1/**/route.ts").toSorted();

/** The operations that a handler opens to; none where it was not made by a door. */
const openedBy = (handler: unknown): readonly unknown[] =>
  typeof handler === "function" && "operations" in handler && Array.isArray(handler.operations)
    ? handler.operations
    : [];

const handlersIn = async (file: string) => {
  const exported: { readonly [name: string]: unknown } = await import(resolve(file));
  return Object.entries(exported).filter(([name]) => METHODS.has(name));
};

describe("every route of the API opens to operations of the list", () => {
  it.each(files)("%s", async (file) => {
    const handlers = await handlersIn(file);
    expect(handlers.length).toBeGreaterThan(0);
    for (const [method, handler] of handlers) {
      const opened = openedBy(handler);
      expect([method, opened.length > 0]).toEqual([method, true]);
      for (const operation of opened) expect(OPERATIONS).toContain(operation);
    }
  });

  it("and so does every other address that a form may be sent to, save the one that keeps a reader's language", async () => {
    const others = globSync("app/**/route.ts").filter((file) => !/^app\/(?:api|language)\//.test(file));
    const posted = (await Promise.all(others.map(async (file) => [file, await handlersIn(file)] as const)))
      .map(([file, handlers]) => [file, handlers.find(([method]) => method === "POST")?.[1]] as const)
      .filter(([, handler]) => handler !== undefined);
    expect(posted.map(([file]) => file).toSorted()).toEqual([
      "app/forms/[...form]/route.ts",
      "app/sources/new/read/route.ts",
    ]);
    for (const [, handler] of posted) {
      expect(openedBy(handler).length).toBeGreaterThan(0);
      for (const operation of openedBy(handler)) expect(OPERATIONS).toContain(operation);
    }
  });

  it.each(Object.entries(FORMS))("the form %s asks for one of them", (_name, form) => {
    expect(OPERATIONS).toContain(form.operation);
    expect(form.operation.kind).toBe("change");
  });

  it("and each operation is opened to by one of them, or by a form", async () => {
    expect(files.length).toBeGreaterThan(20);
    const handlers = (await Promise.all(files.map(handlersIn))).flat();
    const opened = handlers.flatMap(([, handler]) => openedBy(handler));
    const asked: readonly unknown[] = [...answerPosted.operations, takeText];
    const shut = OPERATIONS.filter((operation) => !opened.includes(operation) && !asked.includes(operation));
    expect(shut.map(({ name }) => name)).toEqual([]);
    expect(new Set(opened).size).toBe(opened.length);
  });
});

it("the names of operations are verbs that only one of them has", () => {
  const names = OPERATIONS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:[A-Z][a-z]+)+$/);
});

/** The places of a published schema that say nothing of what may stand there. */
function silentPlaces(schema: unknown, path: string): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  if (Array.isArray(schema)) return schema.flatMap((one, place) => silentPlaces(one, `${path}.${place}`));
  const fields = Object.entries(schema);
  const within = fields.flatMap(([name, value]) =>
    name === "not" ? [] : silentPlaces(value, `${path}.${name}`),
  );
  return fields.length === 0 ? [path] : within;
}

describe("what is published of an operation tells all of it", () => {
  it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
    const published = {
      address: z.toJSONSchema(operation.address, { io: "input" }),
      input: z.toJSONSchema(operation.input, { io: "input" }),
      answer: z.toJSONSchema(operation.answer, { io: "output" }),
      current: z.toJSONSchema(operation.current ?? z.null(), { io: "output" }),
    };
    // What takes no fields has none to tell of.
    const silent = silentPlaces(published, name).filter((path) => !path.endsWith(".properties"));
    expect(silent).toEqual([]);
  });
});

it("lengths, formats and descriptions are published of what an operation takes", () => {
  const { properties } = z.toJSONSchema(giveVerdict.input, { io: "input" });
  expect(properties).toMatchObject({
    outcome: { enum: ["true", "partly", "false", "unclear", "void"] },
    knownOn: { type: "string", format: "date" },
    rationale: { type: "string", minLength: 1, maxLength: 10_000, description: "Why it was judged so." },
    evidenceIds: { type: "array", maxItems: 500, items: { type: "string", maxLength: 100 } },
    revision: { anyOf: [{ type: "integer", minimum: 0 }, { type: "null" }] },
  });
  expect(z.toJSONSchema(giveVerdict.answer, { io: "output" }).properties).toMatchObject({
    recordedAt: { type: "string", format: "date-time" },
    knownOn: { type: "string", format: "date" },
    by: { type: "string" },
  });
});
