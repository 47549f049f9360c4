/** An answer as JSON. It tells of this moment, so nobody keeps a copy. */
export const answer = (body: unknown, status = 200, headers: { readonly [name: string]: string } = {}) =>
  Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });

/** What a change has made. */
export const created = (body: unknown, location?: string) =>
  answer(body, 201, location === undefined ? {} : { location });

/** One page of a list, and the cursor to go on from; a list that is whole has none. */
export const answerList = (items: readonly unknown[], nextCursor: string | null = null) =>
  answer({ items, nextCursor });
