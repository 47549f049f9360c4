import { z } from "zod";

/**
 * How a form says what a JSON body says: `text` as typed, `number` of its digits, `optional` where blank is null, `day`
 * where what is blank or left out is null, `list` of ticked boxes, `tick` for yes, `lines` and `words` for a list that
 * is typed as one text, an entry on each line or between commas.
 */
type FieldKind = "text" | "number" | "optional" | "day" | "list" | "tick" | "lines" | "words";

export type FormShape = { readonly [field: string]: FieldKind };

type Published = z.core.JSONSchema.JSONSchema | boolean;

/** What a published schema says of a value that is there; and whether null is taken as well. */
function takenBy(published: Published) {
  const choices = (typeof published === "boolean" ? [] : (published.anyOf ?? [published])).filter(
    (one) => typeof one !== "boolean",
  );
  const types = choices.flatMap(({ type }) => type ?? []);
  return {
    value: choices.find(({ type }) => type !== "null") ?? {},
    type: types.find((type) => type !== "null"),
    isOptional: types.includes("null"),
  };
}

function kindOf(published: Published): FieldKind {
  const { value, type, isOptional } = takenBy(published);
  const typedAs = value["x-form"];
  if (typedAs === "lines" || typedAs === "words") return typedAs;
  if (type === "array") return "list";
  if (type === "boolean") return "tick";
  if (type === "integer") return "number";
  if (!isOptional) return "text";
  return value.format === "date" ? "day" : "optional";
}

/** The fields of an object; those of an object inside it by the names of both, as `claim.en`. */
function fieldsOf(published: Published, prefix: string): readonly (readonly [string, FieldKind])[] {
  const { properties = {} } = takenBy(published).value;
  return Object.entries(properties).flatMap(([name, field]) =>
    takenBy(field).type === "object"
      ? fieldsOf(field, `${prefix}${name}.`)
      : [[`${prefix}${name}`, kindOf(field)] as const],
  );
}

/**
 * The fields of a form, by what is published of the operation that it asks for.
 *
 * @param without fields that the form does not have: it knows them otherwise, or nobody types them
 */
export function shapeOf(input: z.ZodType, without: readonly string[] = []): FormShape {
  const fields = fieldsOf(z.toJSONSchema(input, { io: "input" }), "");
  const isLeftOut = (field: string) => without.some((name) => field === name || field.startsWith(`${name}.`));
  return Object.fromEntries(fields.filter(([field]) => !isLeftOut(field)));
}

/** The fields of one of several things that a form asks about. */
export const withPrefix = (key: string, shape: FormShape): FormShape =>
  Object.fromEntries(Object.entries(shape).map(([name, kind]) => [`${key}.${name}`, kind]));
