/** A form as a page served it: what a browser without script would send, and what it would show. */
export interface ServedForm {
  /** The address that it is sent to. */
  readonly action: string;
  /** The fields that nobody sees. */
  readonly hidden: readonly (readonly [string, string])[];
  /** What stands in a field: the text, or the ticked choices. */
  readonly values: { readonly [field: string]: readonly string[] };
  /** The error beside a field that the field itself points to. */
  readonly errors: { readonly [field: string]: string };
  /** The summary above the fields, empty when the form was not refused. */
  readonly summary: string;
}

const ENTITIES: { readonly [entity: string]: string } = {
  "&quot;": '"',
  "&#x27;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

/** React escapes these five and no others. */
const unescaped = (text: string) =>
  text.replace(/&(?:quot|#x27|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? "");
const textOf = (html: string) => unescaped(html.replace(/<[^>]*>/g, "")).trim();

function attributes(tag: string): { readonly [name: string]: string } {
  const found = [...tag.matchAll(/\s([\w:-]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name.toLowerCase(), unescaped(value)]));
}

function fieldsOf(html: string) {
  const hidden: [string, string][] = [];
  const values: { [field: string]: string[] } = {};
  const described: { [field: string]: string } = {};
  const note = (name: string, describedBy: string | undefined) => {
    values[name] ??= [];
    if (describedBy !== undefined) described[name] = describedBy;
  };
  // A fieldset carries no name: its error is pointed to by the fieldset around the choices.
  let around: string | undefined;
  for (const [tag, kind, content = ""] of html.matchAll(
    /<(fieldset|\/fieldset|input)\b[^>]*>|<(?:textarea)\b[^>]*>([\s\S]*?)<\/textarea>/g,
  )) {
    const { name = "", type, value = "", checked, "aria-describedby": by } = attributes(tag);
    if (kind === "fieldset") around = by;
    else if (kind === "/fieldset") around = undefined;
    else if (type === "hidden") hidden.push([name, value]);
    else {
      note(name, by ?? around);
      if (kind === undefined) values[name]?.push(unescaped(content.replace(/^\n/, "")));
      else if (type !== "radio" && type !== "checkbox") values[name]?.push(value);
      else if (checked !== undefined) values[name]?.push(value);
    }
  }
  return { hidden, values, described };
}

/** The first form with this button. */
export function formIn(html: string, button: string): ServedForm {
  const end = html.indexOf(`type="submit">${button}</button>`);
  const start = html.lastIndexOf("<form", end);
  if (end < 0 || start < 0) throw new Error(`The page has no form “${button}”`);
  const form = html.slice(start, end);
  const { action = "" } = attributes(/<form\b[^>]*>/.exec(form)?.[0] ?? "");
  const { hidden, values, described } = fieldsOf(form);
  const errors = [...form.matchAll(/<p class="field-error" id="([^"]+)">([\s\S]*?)<\/p>/g)].flatMap(
    ([, id = "", error = ""]) =>
      Object.entries(described)
        .filter(([, ids]) => ids.split(" ").includes(id))
        .map(([field]) => [field, textOf(error)] as const),
  );
  const [, summary = ""] = /role="alert"[^>]*>([\s\S]*?)<\/div>/.exec(form) ?? [];
  return { action, hidden, values, errors: Object.fromEntries(errors), summary: textOf(summary) };
}
