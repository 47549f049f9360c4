import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { describeLocation, parseDatabaseUrl } from "#db/engine/location.ts";
import { withoutSecrets } from "#db/engine/without-secrets.ts";
import { readSettings } from "#web/settings.ts";

vi.setConfig(PATIENT);

import { ended, PATIENT, start } from "../../support/store.ts";

// Whatever is printed of an address shows nothing of its password, however the address is mistyped.

// No sentence of ours and no other part of an address has these in it: a single one that shows is a leak.
const SECRET = /[QXZ8]/;
const password = fc
  .array(
    fc.constantFrom("Q", "X", "Z", "8", "@", ":", "/", "?", "#", "&", "=", " ", ";", "'", '"', "%", "\n"),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((letters) => `Q${letters.join("")}Z`);
const parts = fc.record({
  user: fc.stringMatching(/^[a-p]{1,6}$/),
  secret: fc.oneof(password, password.map(encodeURIComponent), fc.stringMatching(/^[QXZ8]{1,8}$/)),
  host: fc.constantFrom("127.0.0.1", "db.example.org", "[::1]", "localhost:5432", ""),
  name: fc.stringMatching(/^[a-p]{1,6}$/),
});

interface Parts {
  readonly user: string;
  readonly secret: string;
  readonly host: string;
  readonly name: string;
}

const spellings: readonly ((parts: Parts) => string)[] = [
  ({ user, secret, host, name }) => `postgres://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgresql://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgress://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `POSTGRES://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres:${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres:/${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres//${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres:///${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres;//${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `//${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => ` postgres://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `"postgres://${user}:${secret}@${host}/${name}"`,
  ({ user, secret, host, name }) => `'postgres://${user}:${secret}@${host}/${name}'`,
  ({ user, secret, host, name }) => `postgres://${user}:${secret}@${host}/${name}\n`,
  ({ user, secret, host, name }) => `postgres://${user}:\n${secret}@${host}/${name}`,
  ({ user, secret, host }) => `postgres://${user}:${secret}@${host}`,
  ({ user, secret, host, name }) => `postgres://${user}@${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres://${user}/${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres://${user};${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres://${user}%3A${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `postgres://${user} ${secret}@${host}/${name}`,
  ({ secret, host, name }) => `postgres://:${secret}@${host}/${name}`,
  // With a colon in it, its beginning is a user's name to everybody.
  ({ secret, host, name }) => `postgres://${encodeURIComponent(secret)}@${host}/${name}`,
  ({ user, secret, name }) => `postgres://${user}:${secret}@%2Fvar%2Frun%2Fpostgresql/${name}`,
  ({ user, secret, name }) => `postgres://${user}:${secret}@/${name}?host=/var/run`,
  ({ secret, host, name }) => `postgres://${host}/${name}?password=${secret}`,
  ({ user, secret, host, name }) => `postgres://${host}/${name}?user=${user}&password=${secret}&sslmode=no`,
  ({ user, secret, host, name }) => `host=${host} user=${user} password=${secret} dbname=${name}`,
  ({ secret, host, name }) => `PGPASSWORD=${secret} postgres://${host}/${name}`,
  ({ user, secret, host, name }) => `DATABASE_URL=postgres://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `jdbc:postgresql://${host}/${name}?user=${user}&password=${secret}`,
  ({ user, secret, host, name }) => `mysql://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `file:${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `file:${user}:${secret}@${host}?x=1&y=${name}`,
  ({ user, secret, host, name }) => `file://${user}:${secret}@${host}/${name}`,
  ({ user, secret, host, name }) => `file:postgres://${user}:${secret}@${host}/${name}`,
];

test.each(
  spellings.map((spell) => [spell({ user: "bob", secret: "PW", host: "h", name: "d" }), spell] as const),
)("nothing of the password is shown of %j", (_example, spell) => {
  fc.assert(
    fc.property(parts, (some) => {
      const address = spell(some);
      const located = parseDatabaseUrl(address, "/srv");
      const shown = located.ok ? describeLocation(located.value) : located.error;
      expect(shown).not.toMatch(SECRET);
      expect(withoutSecrets(address)).not.toMatch(SECRET);
      if (located.ok) return;
      // The same sentence is what a setting is refused with; nothing else is to be found in it.
      expect(readSettings({ DATABASE_URL: address }, "/srv")).toEqual(located);
    }),
    { numRuns: 300 },
  );
});

test("nor of one in another setting that takes an address", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[QXZ8]{1,8}$/), (secret) => {
      for (const name of ["HINDCAST_ORIGIN", "HINDCAST_ARCHIVE"]) {
        const refused = readSettings({ [name]: `https://bob:${secret}@h.example` }, "/srv");
        expect(refused).toMatchObject({ ok: false, error: expect.stringContaining(name) });
        expect(JSON.stringify(refused)).not.toMatch(SECRET);
      }
    }),
  );
});

test.each([
  [
    "postgres://ada:s3@db.example.org:5432/hindcast?sslmode=verify-full",
    "postgres://ada@db.example.org:5432/hindcast",
  ],
  ["postgres://db/hindcast", "postgres://db/hindcast"],
  ["postgress://ada:s3@db/hindcast", "postgress://ada@db/hindcast"],
  ["postgres:ada:s3@db/hindcast", "postgres…"],
  ["hindcast.db", "hindcast.db"],
  ["file:./a.db?mode=memory", "file…"],
  ["file://host/hindcast.db", "file://host/hindcast.db"],
])("enough of %j is shown to know it again", (address, shown) => {
  expect(withoutSecrets(address)).toBe(shown);
});

const STARTED = [
  ["postgres:bob:QXZ@127.0.0.1/hind", 78],
  ["file:bob:QXZ@h?x=1", 78],
  ["postgres://bob:QXZ%E0%A4@127.0.0.1:1/hind", 78],
  ["postgres://bob:QXZ@127.0.0.1:1/hind?password=QXZ", 75],
] as const;

test.each(STARTED)("a start with %j prints nothing of it", async (address, code) => {
  const end = await ended(start("scripts/prepare.ts", [], { DATABASE_URL: address }));
  expect(end).toMatchObject({ code, stdout: "" });
  expect(end.stderr).toMatch(/^.+\n$/);
  expect(end.stderr).not.toMatch(/[QXZ]{2}/);
});

test("a copy prints nothing of either address", async () => {
  const [wrong, away] = ["postgres:bob:QXZ@h/d", "postgres://bob:QXZ@127.0.0.1:1/hind"];
  for (const args of [
    [wrong, away],
    [away, "file:/nowhere/else.db"],
  ]) {
    const end = await ended(start("scripts/copy.ts", args));
    expect(end).toMatchObject({ code: 1, stdout: "" });
    expect(end.stderr).not.toMatch(/[QXZ]{2}/);
  }
});
