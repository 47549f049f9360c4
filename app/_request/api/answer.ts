/** An answer as JSON, whole as it is sent. It tells of this moment, so nobody keeps a copy of it. */
export const answer = (
  json: string,
  status: number,
  headers: { readonly [name: string]: string } = {},
): Response =>
  new Response(json, {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
