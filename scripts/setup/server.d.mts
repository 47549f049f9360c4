import type { ChildProcess } from "node:child_process";

export interface ServerOptions {
  host?: string;
  /** 0, the default, picks a free one. */
  port?: number;
  /** Whether the database is created, migrated and seeded first. Default true. */
  prepare?: boolean;
  /** The folder of the build, where it is not our own. */
  folder?: string;
  /** Modules that are loaded before the server, by their addresses. */
  preload?: readonly string[];
  /** Added to our own environment for prepare and for the server. */
  env?: Record<string, string>;
}

export interface RunningServer {
  /** Without a slash at the end: http://127.0.0.1:41234 */
  origin: string;
  pid: number;
  process: ChildProcess;
  /** Resolves with the exit code or the signal, however the server ended. */
  exited: Promise<number | string>;
  /** Stops it cleanly; false if it had to be killed after 10 seconds. */
  stop(): Promise<boolean>;
  /** Ends it at once (SIGKILL), as a power cut would. */
  kill(): Promise<void>;
}

/** An environment by which whatever Node is started with it has the front before its servers. */
export declare function withFront<E extends Record<string, string | undefined>>(
  env: E,
): E & { NODE_OPTIONS: string };

export declare function startServer(options?: ServerOptions): Promise<RunningServer>;
export declare function prepareDatabase(options?: {
  env?: Record<string, string>;
  /** Keep what it prints for the error if it fails. */
  quiet?: boolean;
}): Promise<void>;
