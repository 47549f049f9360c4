import { AsyncLocalStorage } from "node:async_hooks";

/** What the app puts aside while it answers one request (see app/_ui/frame/handed.ts). It goes with the request. */
const scope = new AsyncLocalStorage<string[]>();
Reflect.set(globalThis, Symbol.for("hindcast.scope"), scope);

/** Answers a request within a scope of its own. */
export const withinScope = <T>(answer: () => T): T => scope.run([], answer);
