import type { IncomingMessage } from "node:http";
import { isAnsweredAlike } from "./routes.ts";

/** Headers that change no answer of ours: who asks, through whom, and over which connection. */
const CHANGE_NOTHING =
  /^(?:connection|dnt|keep-alive|priority|sec-ch-ua.*|sec-gpc|traceparent|tracestate|user-agent|via|x-forwarded-for|x-real-ip|x-request-id)$/;

/**
 * What a request asks for, so that all who ask for the same at once are given one answer: every header counts that is
 * not known to change nothing. Null for what has an answer of its own.
 */
export function alikeKey({ method, url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">) {
  if (method !== "GET" || !isAnsweredAlike(url)) return null;
  return JSON.stringify([url, Object.entries(headers).filter(([name]) => !CHANGE_NOTHING.test(name))]);
}

interface Group<Asked> {
  readonly members: Set<Asked>;
  /** Gives up the place of all in the queue. */
  readonly leave: () => void;
}

/** Those who wait for the same answer, with one place in the queue for all of them. */
export function together<Asked>() {
  const groups = new Map<string, Group<Asked>>();
  return {
    /** Joins those who wait for the same; false where nobody does. */
    join(key: string, asked: Asked): boolean {
      const group = groups.get(key);
      group?.members.add(asked);
      return group !== undefined;
    },
    /** Begins to wait; others may join. @param leave gives up the place in the queue */
    wait(key: string, asked: Asked, leave: () => void): void {
      groups.set(key, { members: new Set([asked]), leave });
    },
    /** Waits no longer. The last one to leave gives up the place. */
    part(key: string, asked: Asked): void {
      const group = groups.get(key);
      if (group?.members.delete(asked) !== true || group.members.size > 0) return;
      groups.delete(key);
      group.leave();
    },
    /** All who wait for this, now that it is their turn: who asks after it asks anew. */
    begin(key: string): readonly Asked[] {
      const members = [...(groups.get(key)?.members ?? [])];
      groups.delete(key);
      return members;
    },
  };
}
