import { AsyncResource } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { IncomingMessage, Server, ServerResponse } from "node:http";
import { ADDRESS_HEADER, addressOf } from "./address.ts";
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

/** Why a request goes no further; null for one that does. */
function refusalOf(server: Server, request: IncomingMessage): Refusal | null {
  const { method = "", url: target = "", headers, headersDistinct, socket } = request;
  if (!isAdmitted({ method, target, hosts: headersDistinct.host ?? [] }, names)) {
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

/** What proxies say of the name they were asked by is not believed: of two names, one would not have been looked at. */
function forgetOtherNames({ headers }: IncomingMessage): void {
  delete headers["x-forwarded-host"];
  delete headers.forwarded;
}

/** A request, and how it is gone on with. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: () => void;
}
const waiting = together<Asked>();

/** Gives the answer to others who asked for the same; what was not there as a whole, they ask for one by one. */
function giveToOthers(others: readonly Asked[], found: SentAnswer | null): void {
  const isForAll = found !== null && found.headers["set-cookie"] === undefined;
  for (const one of others.filter(({ response }) => !response.destroyed)) {
    if (!isForAll) {
      wait(one, "read", null);
      continue;
    }
    const { status, headers, body } = found;
    one.response.writeHead(status, headers).end(body);
  }
}

/** Answers a request once it is its turn, and with it all who wait for the same. */
function wait(asked: Asked, lane: Lane, key: string | null): void {
  const { request, response } = asked;
  if (key !== null && waiting.join(key, asked)) {
    response.once("close", () => waiting.part(key, asked));
    return;
  }
  let hasBegun = false;
  const leave = queue.take(lane, (done) => {
    hasBegun = true;
    const [first = asked, ...others] = key === null ? [asked] : waiting.begin(key);
    let isToldOf = false;
    sendAnswer(first.request, first.response, {
      isSecure,
      isProduction,
      // What came in meanwhile and waits for nobody is answered before the next one begins.
      given: () => setImmediate(done),
      sent(found) {
        if (isToldOf) return;
        isToldOf = true;
        giveToOthers(others, found);
      },
    });
    first.answer();
  });
  if (leave === null) {
    sendAnswer(request, response, { isSecure, isProduction });
    refuse(request, response, { reason: "busy", headers: { "Retry-After": "1" } });
  } else if (!hasBegun && key !== null) {
    waiting.wait(key, asked, leave);
    response.once("close", () => waiting.part(key, asked));
  } else if (!hasBegun) response.once("close", leave);
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
    servers.add(this);
  }
  const [request, to] = values;
  if (event === "clientError") {
    answerUnreadable(request, to, isSecure);
    return true;
  }
  if (!(request instanceof IncomingMessage)) return pass();
  if (request.headers[OURSELVES] === password) return withinScope(pass);
  if (request.httpVersion === "1.1" && request.headers.host === undefined) {
    answerUnreadable(null, request.socket, isSecure);
    return true;
  }
  const refusal = refusalOf(this, request);
  if (refusal !== null) {
    if (to instanceof ServerResponse) sendAnswer(request, to, { isSecure, isProduction });
    refuse(request, to, refusal);
    return true;
  }
  forgetOtherNames(request);
  request.headers[ADDRESS_HEADER] = addressOf(request.url ?? "");
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
