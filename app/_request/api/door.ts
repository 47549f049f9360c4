import type { z } from "zod";
import { ok } from "#domain/result.ts";
import { nothing, parseWith } from "#operations/fields.ts";
import type { ChangeOperation, Operation, OperationContext, ReadOperation } from "#operations/operation.ts";
import { currentMoment } from "../clock.ts";
import { isOwnRequest } from "../origin.ts";
import { decodedPart } from "../parse/params.ts";
import { collect } from "../parse/query.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { getSettings, readsPages } from "../process/settings.ts";
import { getStore } from "../process/store.ts";
import { answer } from "./answer.ts";
import { type BodyRule, readBody } from "./body.ts";
import { entityTag, isKnown } from "./entity-tag.ts";
import { guarded } from "./guarded.ts";
import { basedOn } from "./precondition.ts";
import { problem, refused, type StaleStatus, unacceptable } from "./problem.ts";

type Handler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>;
/** The handler of a route, and the operations that it opens to. */
export type Door = Handler & { readonly operations: readonly Operation[] };

/** What HTTP has to know of a change besides its operation. */
interface ChangeRule<Answer> extends BodyRule {
  /** 201 where something is made, 202 where something is asked for that is done later; else 200. */
  readonly status?: number | ((context: OperationContext) => number);
  /** Where what was made is to be read. */
  readonly location?: (made: Answer) => string;
}

/** What was sent with a request that has a body. */
interface Sent {
  readonly body: unknown;
  readonly params: unknown;
  readonly stale: StaleStatus;
}

/** An operation as a body comes to it. */
interface Way {
  readonly operation: Operation;
  readonly answer: (sent: Sent) => Promise<Response>;
}

/** The parts of the address that vary, as they were meant; an address that has none has no parameters at all. */
const addressOf = <Address extends z.ZodType>(address: Address, params: unknown): z.output<Address> =>
  address.parse(
    Object.fromEntries(
      Object.entries(Object(params)).map(([name, part]) => [name, decodedPart(String(part))]),
    ),
  );

const contextNow = (): OperationContext => ({ moment: currentMoment(), actor: null, fetches: readsPages() });

/** What took no parameters does not ask which of them came twice: each is unknown. */
const queryOf = (input: z.ZodType, params: URLSearchParams) =>
  input === nothing ? ok(Object.fromEntries(params)) : collect(params);

/** The handler of a route that reads. What it gives may be kept, and is asked for again with its tag: 304 if the same. */
export function readDoor<Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  operation: ReadOperation<Address, Input, Answer>,
): Door {
  const handle: Handler = (request, { params }) =>
    guarded(async () => {
      const query = queryOf(operation.input, new URL(request.url).searchParams);
      const input = query.ok ? parseWith(operation.input, query.value) : query;
      if (!input.ok) return unacceptable(input.error);
      const { read } = await getStore();
      const address = addressOf(operation.address, await params);
      const found = await operation.run(read, address, input.value, contextNow());
      if (!found.ok) return refused(found.error, String, 409);
      const json = operation.answer.parse(found.value);
      const body = JSON.stringify(json);
      const headers = { etag: entityTag(json, body), "cache-control": "no-cache" };
      return isKnown(request.headers.get("if-none-match"), headers.etag)
        ? new Response(null, { status: 304, headers })
        : answer(body, 200, headers);
    });
  return Object.assign(handle, { operations: [operation] });
}

/**
 * An answer to a change as it is sent. All of it is made in the change's own transaction, so that what is kept for a
 * sender who asks twice can be stored with the change, or not at all.
 */
interface ChangeAnswer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

function encoded<Json>(json: Json, rule: ChangeRule<Json>, context: OperationContext): ChangeAnswer {
  const { status = 200, location, namesRevision = false } = rule;
  const body = JSON.stringify(json);
  const headers = {
    ...(location && { location: location(json) }),
    // Only an edit answers with what stands at the very address that it was sent to.
    ...(namesRevision && { etag: entityTag(json, body) }),
  };
  return { status: typeof status === "number" ? status : status(context), headers, body };
}

/** How a body comes to an operation that changes something: parse, decide and store, answer. */
export function changeWay<
  Address extends z.ZodObject,
  Input extends z.ZodType,
  Answer extends z.ZodType,
  Current extends z.ZodType,
>(operation: ChangeOperation<Address, Input, Answer, Current>, rule: ChangeRule<z.output<Answer>> = {}): Way {
  return {
    operation,
    answer: async ({ body, params, stale }) => {
      const input = parseWith(operation.input, body);
      if (!input.ok) return unacceptable(input.error);
      const address = addressOf(operation.address, params);
      const store = await getStore();
      const context = contextNow();
      const changed = await store.write(async (tx) => {
        const done = await operation.run(tx, address, input.value, context);
        return done.ok ? ok(encoded(operation.answer.parse(done.value), rule, context)) : done;
      });
      if (!changed.ok) return refused(changed.error, (current) => operation.current.parse(current), stale);
      if (operation.asksForVisits) nudgeKeeper();
      const { status, headers, body: json } = changed.value;
      return answer(json, status, headers);
    },
  };
}

/** How a body comes to an operation that only reads. */
const readWay = <Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  operation: ReadOperation<Address, Input, Answer>,
): Way => ({
  operation,
  answer: async ({ body, params }) => {
    const input = parseWith(operation.input, body);
    if (!input.ok) return unacceptable(input.error);
    const { read } = await getStore();
    const found = await operation.run(read, addressOf(operation.address, params), input.value, contextNow());
    if (!found.ok) return refused(found.error, String, 409);
    return answer(JSON.stringify(operation.answer.parse(found.value)), 200);
  },
});

/** The handler of a route that takes a body: not from a foreign page. */
function bodyDoor(ways: readonly Way[], rule: BodyRule, choose: (body: unknown) => Way): Door {
  const handle: Handler = (request, { params }) =>
    guarded(async () => {
      if (!isOwnRequest(request.headers, getSettings().origin)) {
        return problem(403, { detail: "Requests from other sites change nothing here." });
      }
      const body = await readBody(request, rule);
      if (!body.ok) return body.error;
      const edit = rule.namesRevision
        ? basedOn(request, body.value)
        : ok({ body: body.value, stale: 409 as const });
      if (!edit.ok) return edit.error;
      return choose(edit.value.body).answer({ ...edit.value, params: await params });
    });
  return Object.assign(handle, { operations: ways.map(({ operation }) => operation) });
}

/** The handler of a route that changes something. */
export function changeDoor<
  Address extends z.ZodObject,
  Input extends z.ZodType,
  Answer extends z.ZodType,
  Current extends z.ZodType,
>(
  operation: ChangeOperation<Address, Input, Answer, Current>,
  rule: ChangeRule<z.output<Answer>> = {},
): Door {
  const way = changeWay(operation, rule);
  return bodyDoor([way], rule, () => way);
}

/** The handler of a route that reads what does not fit into an address. */
export function readBodyDoor<Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  operation: ReadOperation<Address, Input, Answer>,
  rule: BodyRule = {},
): Door {
  const way = readWay(operation);
  return bodyDoor([way], rule, () => way);
}

/** The handler of a route that leads to one of two operations: a body that has the field is for the first. */
export const eitherDoor = (field: string, having: Way, other: Way): Door =>
  bodyDoor([having, other], {}, (body) => (Object.hasOwn(Object(body), field) ? having : other));
