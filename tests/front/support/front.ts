import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";

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
