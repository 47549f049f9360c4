/** A path and nothing else: no user, no password, no parameter can be in it. */
const PATH = /^(?:file:|\.{0,2}\/)[^:@=?#%&;,\s"'`\\]*$|^[\w.-]+\.(?:db|sqlite3?)$/i;

/**
 * The well-formed shape of an address: scheme, user and password, host and port, path, and what follows a "?". Each part
 * is made of what cannot end it or begin another.
 */
const ADDRESS =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?:(?:(?<user>(?:[\w.~+-]|%(?!3a)[0-9a-f]{2})*):)?[^@/?#\s"'`]*@)?(?<host>\[[0-9a-f:.]+\]|(?:[\w.-]|%2f)*)(?<port>:\d{1,5})?(?<path>(?:\/[\w.~+-]*)*)(?:\?.*)?$/i;

/** The beginnings that we know. They are ours to say: nobody's secret. */
const BEGINNING = /^[\s"'`]*(postgres(?:ql)?|file|mysql|sqlite|https?)\b/i;

/**
 * An address as it may be shown, however it was mistyped: without password and without what follows a "?". Where it has
 * not the shape of an address, nobody can say which part is the password, so that only its beginning is shown. A lone
 * name before the "@" is left out as well: it may be a password whose user was forgotten.
 *
 * @example withoutSecrets("postgres://ada:secret@db:5432/hindcast?password=secret") // "postgres://ada@db:5432/hindcast"
 * @example withoutSecrets("postgres:ada:secret@db/hindcast") // "postgres…"
 */
export function withoutSecrets(address: string): string {
  if (PATH.test(address)) return address;
  const isClear = address.split("@").length <= 2;
  const { scheme, user, host, port, path } = (isClear && ADDRESS.exec(address)?.groups) || {};
  if (scheme === undefined || (!/^[^?]*@/.test(address) && address.includes("@"))) {
    return `${BEGINNING.exec(address)?.[1] ?? ""}…`;
  }
  return `${scheme}://${user ? `${user}@` : ""}${host ?? ""}${port ?? ""}${path ?? ""}`;
}

/** What a setting was set to, as it may be shown: an address with a name before its host may have a password there. */
export const shownSetting = (value: string): string => (value.includes("@") ? withoutSecrets(value) : value);
