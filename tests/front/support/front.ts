import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach } from "vitest";

/** Starts the front before a server that says what came to it (see answering-child.ts), and listens where `BIND` says. */
export async function startFront(env: { readonly [name: string]: string }) {
  const args = ["--disable-warning=ExperimentalWarning", "--import", "./front/stand.ts"];
  const child = spawn(process.execPath, [...args, "tests/front/support/answering-child.ts"], {
    env: { NODE_ENV: "test", PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const exited = once(child, "exit");
  return {
    port: Number(String(line)),
    process: child,
    exited,
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Sends lines byte for byte, as no client would, and reads all that comes back. */
export async function sayTo(port: number, ...lines: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return text(socket);
}

export const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

export type Front = Awaited<ReturnType<typeof startFront>>;

/** Starts fronts, each of which is ended after its test. */
export function fronts(): typeof startFront {
  const running: Front[] = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ kill }) => kill()));
  });
  return async (env) => {
    const front = await startFront(env);
    running.push(front);
    return front;
  };
}

export const bodyOf = (answer: string) => answer.split("\r\n\r\n")[1] ?? "";

export const get = ({ port }: Front, path: string, ...headers: readonly string[]) =>
  sayTo(port, `GET ${path} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers);

/** Asks for what is answered when /script/go is asked for. */
export function hang({ port }: Front, path = "/wait"): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  return socket;
}

/** How many requests have been begun with so far. */
export const begunIn = async (front: Front) => Number(bodyOf(await get(front, "/script/begun")));
/** How many hang. */
export const waitingIn = async (front: Front) => Number(bodyOf(await get(front, "/script/waiting")));
