import { readSettings } from "#web/settings.ts";
import { ownNames } from "./hosts.ts";
import { isLoopbackName } from "./open.ts";

/** What the front goes by. Read once, before the app reads the same and refuses to start with what cannot be used. */
export interface FrontSettings {
  /** Whether others than this machine are answered. */
  readonly isOpen: boolean;
  /** Whether people come by an address of another machine. */
  readonly isElsewhere: boolean;
  /** Whether people come by https. */
  readonly isSecure: boolean;
  /** Names that are ours beside those that always are. */
  readonly names: ReadonlySet<string>;
  readonly isProxy: (address: string) => boolean;
  readonly isProduction: boolean;
  /**
   * How many are answered at once that take work. SQLite answers within this process, so that more of them would only
   * hold up the event loop for longer; while PostgreSQL is asked, there is time for others.
   */
  readonly atOnce: number;
}

/** The settings of this process; where they cannot be used, what lets in the fewest. */
export function frontSettings(environment: NodeJS.ProcessEnv): FrontSettings {
  const read = readSettings(environment, process.cwd());
  const origin = read.ok ? read.value.origin : null;
  return {
    isOpen: read.ok && read.value.isOpen,
    isElsewhere: origin !== null && !isLoopbackName(new URL(origin).hostname),
    isSecure: origin?.startsWith("https:") ?? false,
    names: ownNames(environment),
    isProxy: read.ok ? read.value.isProxy : () => false,
    isProduction: environment.NODE_ENV === "production",
    atOnce: read.ok && read.value.database.engine === "postgres" ? 4 : 2,
  };
}
