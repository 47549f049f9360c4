import type { ZonedMoment } from "#db/change/moment.ts";
import type { Store } from "#db/store.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { currentMoment } from "../clock.ts";
import { isOwnRequest } from "../origin.ts";
import type { FieldError } from "../parse/field-error.ts";
import { decodedPart } from "../parse/params.ts";
import { getSettings } from "../process/settings.ts";
import { getStore } from "../process/store.ts";
import { failedForTheStore } from "../unavailable.ts";
import { type BodyRule, readBody } from "./body.ts";
import { isKnown, matchedRevision } from "./entity-tag.ts";
import { hindered, mismatched, problem, unacceptable, withoutRevision } from "./problem.ts";

/** What a route works with; `Name` lists the parts of its address that vary. */
export interface ApiRequest<Name extends string = never> {
  readonly params: { readonly [N in Name]: string };
  readonly store: Store;
  readonly moment: ZonedMoment;
  /** How it is told that the revision is stale which was named: by a body (409) or by `If-Match` (412). */
  readonly stale: 409 | 412;
}

type Route<Name extends string> = (
  request: Request,
  context: { readonly params: Promise<{ readonly [N in Name]: string }> },
) => Promise<Response>;

type Parse<Sent, Parsed> = (sent: Sent) => Result<Parsed, readonly FieldError[]>;
type Answer<Parsed, Name extends string> = (parsed: Parsed, asked: ApiRequest<Name>) => Promise<Response>;

/** What nobody foresaw is told to whoever runs the server, and not to who asked. */
async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance !== null) return hindered(hindrance);
    console.error("A request to the API failed.", error);
    return problem(500, { detail: "Something went wrong on our side. Nothing was half saved." });
  }
}

/** An address without parts that vary has no parameters at all. */
const decoded = <Params extends { readonly [name: string]: string }>(params: Params): Params =>
  Object.fromEntries(
    Object.entries<string>(params ?? {}).map(([name, part]) => [name, decodedPart(part)]),
  ) as Params;

async function answerParsed<Parsed, Name extends string>(
  parsed: Result<Parsed, readonly FieldError[]>,
  params: ApiRequest<Name>["params"],
  answer: Answer<Parsed, Name>,
  stale: ApiRequest["stale"] = 409,
): Promise<Response> {
  if (!parsed.ok) return unacceptable(parsed.error);
  const store = await getStore();
  return answer(parsed.value, { params: decoded(params), store, moment: currentMoment(), stale });
}

/** What is read may be kept, and is asked for again with its tag: 304 where it is the same. */
function conditional(request: Request, answered: Response): Response {
  const tag = answered.headers.get("etag");
  if (answered.status !== 200 || tag === null) return answered;
  answered.headers.set("cache-control", "no-cache");
  if (!isKnown(request.headers.get("if-none-match"), tag)) return answered;
  return new Response(null, { status: 304, headers: { etag: tag, "cache-control": "no-cache" } });
}

interface Edit {
  readonly body: unknown;
  readonly stale: ApiRequest["stale"];
}

/** An edit's body with the revision that it was made on, which a tag may name in its place; or why there is none. */
function basedOn(request: Request, body: unknown): Result<Edit, Response> {
  const matched = matchedRevision(request.headers.get("if-match"));
  const sent = Object(body);
  const named = sent.revision ?? null;
  if (matched === null) return named === null ? err(withoutRevision()) : ok({ body, stale: 409 });
  if (matched === "none" || (named !== null && named !== matched)) return err(mismatched());
  return ok({ body: { ...sent, revision: matched }, stale: 412 });
}

/** A route that reads: its query string is parsed, then it answers. */
export const reading =
  <Parsed, Name extends string = never>(
    parse: Parse<URLSearchParams, Parsed>,
    answer: Answer<Parsed, Name>,
  ): Route<Name> =>
  (request, { params }) =>
    guarded(async () => {
      const query = parse(new URL(request.url).searchParams);
      return conditional(request, await answerParsed(query, await params, answer));
    });

/** A route that changes something: not from a foreign page; its body is read and parsed, then it answers. */
export const changing =
  <Parsed, Name extends string = never>(
    parse: Parse<unknown, Parsed>,
    answer: Answer<Parsed, Name>,
    rule: BodyRule = {},
  ): Route<Name> =>
  (request, { params }) =>
    guarded(async () => {
      if (!isOwnRequest(request.headers, getSettings().origin)) {
        return problem(403, { detail: "Requests from other sites change nothing here." });
      }
      const body = await readBody(request, rule);
      if (!body.ok) return body.error;
      if (!rule.namesRevision) {
        const answered = await answerParsed(parse(body.value), await params, answer);
        // It is no tag of what stands at this address.
        answered.headers.delete("etag");
        return answered;
      }
      const based = basedOn(request, body.value);
      if (!based.ok) return based.error;
      return answerParsed(parse(based.value.body), await params, answer, based.value.stale);
    });
