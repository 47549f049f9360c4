import { entityTag } from "./entity-tag.ts";

/** An answer as JSON. It tells of this moment, so nobody keeps a copy, save of what is there to be read (`reading`). */
export function answer(
  body: unknown,
  status = 200,
  headers: { readonly [name: string]: string } = {},
): Response {
  const json = JSON.stringify(body);
  const answered = new Response(json, {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
  if (status === 200) answered.headers.set("etag", entityTag(body, json));
  return answered;
}

/** What a change has made. */
export const created = (body: unknown, location?: string) =>
  answer(body, 201, location === undefined ? {} : { location });

/** One page of a list, and the cursor to go on from; a list that is whole has none. */
export const answerList = (items: readonly unknown[], nextCursor: string | null = null) =>
  answer({ items, nextCursor });
