import { z } from "zod";
import type { KeyedChange } from "#db/change/once.ts";
import { err, ok, type Result } from "#domain/result.ts";
import { nothing, parseWith } from "#operations/fields.ts";
import type { ChangeOperation, Operation, OperationContext, ReadOperation } from "#operations/operation.ts";
import { contextNow } from "../operation-context.ts";
import { isOwnRequest } from "../origin.ts";
import { decodedPart } from "../parse/params.ts";
import { collect } from "../parse/query.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { getSettings } from "../process/settings.ts";
import { storeForRequest } from "../process/store.ts";
import { answer } from "./answer.ts";
import { type BodyRule, readBody } from "./body.ts";
import { entityTag, isKnown } from "./entity-tag.ts";
import { guarded } from "./guarded.ts";
import { type ChangeAnswer, keyed, madeOnce } from "./idempotency.ts";
import { basedOn } from "./precondition.ts";
import { keyReused, problem, refused, type StaleStatus, unacceptable } from "./problem.ts";

type Handler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>;
/** The handler of a route, and the operations that it opens to. */
export type Door = Handler & { readonly operations: readonly Operation[] };

/** What was sent: the parts of the address that vary, and the body or the query. */
interface Sent {
  readonly params: unknown;
  readonly input: unknown;
  /** How it is told that the revision is stale which was named: by a body (409) or by `If-Match` (412). */
  readonly stale?: StaleStatus;
  /** Under what it is made once, however often it is sent. */
  readonly sentAs?: KeyedChange | null;
}

/** An operation that takes a body, and what it makes of one. */
interface Way {
  readonly operation: Operation;
  readonly answer: (sent: Sent) => Promise<Response>;
}

/** The parts of the address as they were meant; an address that has none has no parameters at all. */
const addressOf = <Address extends z.ZodType>(address: Address, params: unknown): z.output<Address> =>
  address.parse(
    Object.fromEntries(
      Object.entries(Object(params)).map(([name, part]) => [name, decodedPart(String(part))]),
    ),
  );

/**
 * What makes JSON of the records that an operation gives. Compiled, it costs a list next to nothing; to compile all of
 * them would cost a start a tenth of a second, so each is when it is first asked for.
 */
function encoderOf<Answer extends z.ZodType>(schema: Answer) {
  let compiled: Answer | undefined;
  return (record: z.input<Answer>): z.output<Answer> => {
    compiled ??= z.compile(schema);
    return compiled.parse(record);
  };
}

/** Asks an operation that reads: its answer as JSON, or why there is none. */
function readerOf<Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  operation: ReadOperation<Address, Input, Answer>,
) {
  const encode = encoderOf(operation.answer);
  return async (sent: Sent): Promise<Result<z.output<Answer>, Response>> => {
    const input = parseWith(operation.input, sent.input);
    if (!input.ok) return err(unacceptable(input.error));
    const { read } = await storeForRequest();
    const address = addressOf(operation.address, sent.params);
    const found = await operation.run(read, address, input.value, contextNow());
    return found.ok ? ok(encode(found.value)) : err(refused(found.error, String));
  };
}

/** What takes no parameters does not ask which of them came twice: each is unknown. */
const queryOf = (input: z.ZodType, params: URLSearchParams) =>
  input === nothing ? ok(Object.fromEntries(params)) : collect(params);

/** The handler of a route that reads. What it gives may be kept, and is asked for again with its tag: 304 if the same. */
export function readDoor<Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  operation: ReadOperation<Address, Input, Answer>,
): Door {
  const read = readerOf(operation);
  const handle: Handler = (request, { params }) =>
    guarded(async () => {
      const query = queryOf(operation.input, new URL(request.url).searchParams);
      if (!query.ok) return unacceptable(query.error);
      const found = await read({ input: query.value, params: await params });
      if (!found.ok) return found.error;
      const body = JSON.stringify(found.value);
      const headers = { etag: entityTag(found.value, body), "cache-control": "no-cache" };
      return isKnown(request.headers.get("if-none-match"), headers.etag)
        ? new Response(null, { status: 304, headers })
        : answer(body, 200, headers);
    });
  return Object.assign(handle, { operations: [operation] });
}

/** The handler of a route that takes a body: not from a foreign page. */
function bodyDoor(ways: readonly Way[], rule: BodyRule, choose: (body: unknown) => Way): Door {
  const handle: Handler = (request, { params }) =>
    guarded(async () => {
      if (!isOwnRequest(request.headers, getSettings().origin)) {
        return problem(403, { detail: "Requests from other sites change nothing here." });
      }
      const body = await readBody(request, rule);
      if (!body.ok) return body.error;
      const { value, bytes } = body.value;
      // An edit names what it is based on, so that sent again it changes nothing.
      const sent = rule.namesRevision ? basedOn(request, value) : keyed(request, value, bytes);
      if (!sent.ok) return sent.error;
      const { body: input, ...more } = sent.value;
      return choose(input).answer({ input, params: await params, ...more });
    });
  return Object.assign(handle, { operations: ways.map(({ operation }) => operation) });
}

/** The handler of a route that reads what does not fit into an address. */
export function readBodyDoor<Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  operation: ReadOperation<Address, Input, Answer>,
  rule: BodyRule = {},
): Door {
  const read = readerOf(operation);
  const way: Way = {
    operation,
    answer: async (sent) => {
      const found = await read(sent);
      return found.ok ? answer(JSON.stringify(found.value), 200) : found.error;
    },
  };
  return bodyDoor([way], rule, () => way);
}

/** What HTTP has to know of a change besides its operation. */
interface ChangeRule<Json> extends BodyRule {
  /** 201 where something is made, 202 where something is asked for that is done later; else 200. */
  readonly status?: number | ((context: OperationContext) => number);
  /** Where what was made is to be read. */
  readonly location?: (made: Json) => string;
}

function changeAnswer<Json>(json: Json, rule: ChangeRule<Json>, context: OperationContext): ChangeAnswer {
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
  const encode = encoderOf(operation.answer);
  const change = async (sent: Sent): Promise<Response> => {
    const input = parseWith(operation.input, sent.input);
    if (!input.ok) return unacceptable(input.error);
    const address = addressOf(operation.address, sent.params);
    const store = await storeForRequest();
    const context = contextNow();
    const changed = await store.write((tx) =>
      madeOnce(tx, sent.sentAs ?? null, context.moment.now, async () => {
        const done = await operation.run(tx, address, input.value, context);
        return done.ok ? ok(changeAnswer(encode(done.value), rule, context)) : done;
      }),
    );
    if (!changed.ok) {
      if (changed.error.kind === "key-reused") return keyReused();
      return refused(changed.error, (current) => operation.current.parse(current), sent.stale);
    }
    if (operation.asksForVisits && !changed.value.isRepeated) nudgeKeeper();
    const { status, headers, body } = changed.value;
    return answer(body, status, headers);
  };
  return { operation, answer: change };
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

/** The handler of a route that leads to one of two operations: a body that has the field is for the first. */
export const eitherDoor = (field: string, having: Way, other: Way, rule: BodyRule = {}): Door =>
  bodyDoor([having, other], rule, (body) => (Object.hasOwn(Object(body), field) ? having : other));
