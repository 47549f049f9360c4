import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { IncomingMessage, Server, ServerResponse } from "node:http";
import { ADDRESS_HEADER, addressOf, isTarget, targetOf } from "./address.ts";
import { alikeKey, together } from "./alike.ts";
import { type SentAnswer, sendAnswer } from "./answers.ts";
import { askerOf } from "./asker.ts";
import { endOnSignals } from "./end.ts";
import { isAdmitted } from "./hosts.ts";
import { markFront } from "./mark.ts";
import { isOfOthers } from "./open.ts";
import { rates } from "./rates.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { withinScope } from "./request-scope.ts";
import { isHealth, laneOf, methodsOf } from "./routes.ts";
import { frontSettings } from "./settings.ts";
import { limitBody, limitHeads } from "./slow-bodies.ts";
import { type Lane, turns } from "./turns.ts";
import { answerUnreadable } from "./unreadable.ts";

// Loaded before the framework (node --import), it sees each request before anything of the framework's does: what the
// framework itself answers (files, unknown addresses, form posts) and what goes past its own proxy.ts too.

const settings = frontSettings(process.env);
const { isOpen, isElsewhere, isSecure, names, isProxy, isProduction, atOnce } = settings;
const asked = rates();
const queue = turns({ atOnce, long: 1, waiting: 256 });
const servers = new Set<Server>();

/**
 * Says that it is us who ask. What is sent on to another address of ours (proxy.ts) the framework asks for over a
 * connection of its own, where it takes 127.0.0.1 and localhost for two servers.
 */
const OURSELVES = "x-hindcast-ourselves";
const password = randomUUID();

const addressOfServer = (server: Server): string | null => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.address : null;
};

/**
 * Why a request goes no further; null for one that does.
 *
 * @param said its target as it came, perhaps with a host of its own
 */
function refusalOf(server: Server, request: IncomingMessage, said: string): Refusal | null {
  const { method = "", url: target = "", headers, headersDistinct, socket } = request;
  if (!isAdmitted({ method, target: said, hosts: headersDistinct.host ?? [] }, names)) {
    return { reason: "misdirected" };
  }
  if (isHealth(target) && (method === "GET" || method === "HEAD")) return null;
  if (!isOpen && (isElsewhere || isOfOthers({ listensOn: addressOfServer(server), headers }))) {
    return { reason: "closed" };
  }
  const forwardedFor = headersDistinct["x-forwarded-for"]?.join(",");
  const asker = isOpen ? askerOf({ peer: socket.remoteAddress ?? "", forwardedFor }, isProxy) : null;
  const seconds = asker === null ? null : asked.count(asker, performance.now());
  if (seconds !== null) return { reason: "tooMany", headers: { "Retry-After": String(seconds) } };
  const methods = methodsOf(target);
  // In development the framework has addresses of its own, whose methods are its business.
  if (methods.includes(method) || (!isProduction && /^\/_/.test(target))) return null;
  return { reason: "method", headers: { Allow: methods.join(", ") } };
}

/** What the framework says to itself, and asks in its own script, which no page of ours has. */
const OF_THE_FRAMEWORK = /^(?:rsc$|next-|x-middleware-|x-nextjs-)/;

/**
 * Takes out of a request what is not believed: by which other name a proxy was asked (of two names, one would not have
 * been looked at), what only the framework says, and parts of files, where it fails at one that is not there.
 */
function forget({ headers, url = "" }: IncomingMessage): void {
  delete headers["x-forwarded-host"];
  delete headers.forwarded;
  if (!isProduction) return;
  if (url.startsWith("/_next/")) delete headers.range;
  for (const name of Object.keys(headers)) if (OF_THE_FRAMEWORK.test(name)) delete headers[name];
}

/**
 * How many turns of the event loop there are after an answer that took work. At each turn one new connection is taken
 * in: without them each would wait for an answer to every connection before it, also one that asks for what is cheap.
 */
const TURNS_BETWEEN = 16;

function afterTurns(turns: number, then: () => void): void {
  if (turns === 0) then();
  else setImmediate(() => afterTurns(turns - 1, then));
}

/** A request, and how it is gone on with. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: () => void;
  /** No longer looks whether it is waited for. */
  stay?: () => void;
}

/** Does something if nobody waits for an answer any more before it is begun. */
function onLeaving(asked: Asked, leave: () => void): void {
  asked.response.once("close", leave);
  asked.stay = () => asked.response.off("close", leave);
}

const waiting = together<Asked>();

/**
 * Gives the answer to others who asked for the same. Where it was not there as a whole, they ask for it again.
 *
 * @param again by what they still wait for one together; null where each has an answer of its own
 */
function giveToOthers(others: readonly Asked[], found: SentAnswer | null, again: string | null): void {
  const isForAll = found !== null && found.headers["set-cookie"] === undefined;
  for (const one of others.filter(({ response }) => !response.destroyed)) {
    if (isForAll) one.response.writeHead(found.status, found.headers).end(found.body);
    else wait(one, "read", again);
  }
}

/** Answers a request once it is its turn, and with it all who wait for the same. */
function wait(asked: Asked, lane: Lane, key: string | null): void {
  const { request, response } = asked;
  if (key !== null && waiting.join(key, asked)) {
    onLeaving(asked, () => waiting.part(key, asked));
    return;
  }
  let hasBegun = false;
  const leave = queue.take(lane, (done) => {
    hasBegun = true;
    const [first = asked, ...others] = key === null ? [asked] : waiting.begin(key);
    for (const { stay } of [first, ...others]) stay?.();
    sendAnswer(first.request, first.response, {
      isSecure,
      isProduction,
      given: () => afterTurns(TURNS_BETWEEN, done),
      // Who leaves while it is made says nothing of what it would have been.
      sent: (found) => giveToOthers(others.splice(0), found, first.response.destroyed ? key : null),
    });
    first.answer();
  });
  if (leave === null) {
    sendAnswer(request, response, { isSecure, isProduction });
    refuse(request, response, { reason: "busy", headers: { "Retry-After": "1" } });
  } else if (!hasBegun && key !== null) {
    waiting.wait(key, asked, leave);
    onLeaving(asked, () => waiting.part(key, asked));
  } else if (!hasBegun) onLeaving(asked, leave);
}

/** Answers a request now, or once it is its turn. */
function inTurn(asked: Asked): void {
  const { request, response, answer } = asked;
  const lane = isProduction ? laneOf(request.method ?? "", request.url ?? "") : null;
  if (lane === null) {
    sendAnswer(request, response, { isSecure, isProduction });
    answer();
  } else wait(asked, lane, alikeKey(request));
}

const { emit } = Server.prototype;

// Whatever comes in is told of by an event whose first value is the request: a request, one that waits to send its body,
// one for another protocol.
Server.prototype.emit = function (this: Server, event: string | symbol, ...values: unknown[]): boolean {
  const pass = () => Reflect.apply(emit, this, [event, ...values]);
  if (event === "listening") {
    limitHeads(this);
    // Whether there is a Host is looked at here, where an answer has its headers.
    Reflect.set(this, "requireHostHeader", false);
    // Who offers another protocol as well is answered in this one; the framework would answer some not at all.
    if (isProduction) Reflect.set(this, "shouldUpgradeCallback", () => false);
    // Node would answer what is expected of it by itself, without a header.
    this.on("checkExpectation", (_request, response) => response.writeHead(417).end());
    servers.add(this);
  }
  const [request, to] = values;
  if (event === "clientError") {
    answerUnreadable(request, to, isSecure);
    return true;
  }
  if (!(request instanceof IncomingMessage)) return pass();
  if (request.headers[OURSELVES] === password) return withinScope(pass);
  const { url: said = "", method = "", httpVersion, headers } = request;
  if ((httpVersion === "1.1" && headers.host === undefined) || !isTarget(method, said)) {
    answerUnreadable(null, request.socket, isSecure);
    return true;
  }
  request.url = targetOf(said);
  const refusal = refusalOf(this, request, said);
  if (refusal !== null) {
    if (to instanceof ServerResponse) sendAnswer(request, to, { isSecure, isProduction });
    refuse(request, to, refusal);
    return true;
  }
  forget(request);
  request.headers[ADDRESS_HEADER] = addressOf(request.url);
  request.headers[OURSELVES] = password;
  if (!(to instanceof ServerResponse)) return withinScope(pass);
  limitBody(request, (socket) => answerUnreadable({ code: "ERR_HTTP_REQUEST_TIMEOUT" }, socket, isSecure));
  // It is begun when another one ends, and what that one was about would be kept as long as this: and so on without end.
  const answer = AsyncResource.bind(() => withinScope(pass));
  inTurn({ request, response: to, answer });
  return true;
};

if (isProduction) endOnSignals(servers);
markFront();
