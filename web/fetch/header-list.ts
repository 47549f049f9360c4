import { isUtf8 } from "node:buffer";
import { parseMIMEType } from "undici";

/** The headers of an answer in their order, names in small letters. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What a server would have us remember of ourselves is not kept. */
const NOT_KEPT: ReadonlySet<string> = new Set(["set-cookie", "set-cookie2"]);

export function headerList(headers: { readonly [name: string]: string | string[] | undefined }): HeaderList {
  return Object.entries(headers)
    .filter(([name]) => !NOT_KEPT.has(name))
    .flatMap(([name, values = []]) => [values].flat().map((value) => [name, value] as const));
}

/** The first value of a header; null where there is none. */
export const firstOf = (headers: HeaderList, name: string): string | null =>
  headers.find(([known]) => known === name)?.[1] ?? null;

/** Where an answer sends us on. Headers are read as Latin-1, but addresses in them are written in UTF-8 or ASCII. */
export function locationOf(headers: HeaderList): string | null {
  const location = firstOf(headers, "location");
  if (location === null) return null;
  const bytes = Buffer.from(location, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : location;
}

/** The codings of a body in the order in which they were put on. */
export const codingsOf = (headers: HeaderList): readonly string[] =>
  headers
    .filter(([name]) => name === "content-encoding")
    .flatMap(([, value]) => value.toLowerCase().split(","))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== "" && coding !== "identity");

/** What a body says it is, in small letters; nulls where it does not say so or cannot be understood. */
export function contentTypeOf(headers: HeaderList): { mediaType: string | null; charset: string | null } {
  const type = parseMIMEType(firstOf(headers, "content-type") ?? "");
  if (type === "failure") return { mediaType: null, charset: null };
  return { mediaType: type.essence, charset: type.parameters.get("charset")?.toLowerCase() ?? null };
}
