import type { ZonedMoment } from "#db/change/moment.ts";
import type { Store } from "#db/store.ts";
import type { Result } from "#domain/result.ts";
import { currentMoment } from "../clock.ts";
import { isOwnRequest } from "../origin.ts";
import type { FieldError } from "../parse/field-error.ts";
import { decodedPart } from "../parse/params.ts";
import { getSettings } from "../process/settings.ts";
import { getStore } from "../process/store.ts";
import { failedForTheStore } from "../unavailable.ts";
import { type BodyRule, readBody } from "./body.ts";
import { hindered, problem, unacceptable, withoutRevision } from "./problem.ts";

/** What a route works with; `Name` lists the parts of its address that vary. */
export interface ApiRequest<Name extends string = never> {
  readonly params: { readonly [N in Name]: string };
  readonly store: Store;
  readonly moment: ZonedMoment;
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
): Promise<Response> {
  if (!parsed.ok) return unacceptable(parsed.error);
  return answer(parsed.value, { params: decoded(params), store: await getStore(), moment: currentMoment() });
}

const isRevisionNamed = (body: unknown) =>
  typeof body === "object" && body !== null && "revision" in body && body.revision !== null;

/** A route that reads: its query string is parsed, then it answers. */
export const reading =
  <Parsed, Name extends string = never>(
    parse: Parse<URLSearchParams, Parsed>,
    answer: Answer<Parsed, Name>,
  ): Route<Name> =>
  (request, { params }) =>
    guarded(async () => answerParsed(parse(new URL(request.url).searchParams), await params, answer));

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
      if (rule.namesRevision && !isRevisionNamed(body.value)) return withoutRevision();
      return answerParsed(parse(body.value), await params, answer);
    });
