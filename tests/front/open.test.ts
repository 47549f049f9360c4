import { describe, expect, it, test } from "vitest";
import { askerOf } from "#front/asker.ts";
import { isForwarded, isLoopback, isLoopbackName, isOfOthers } from "#front/open.ts";
import { rates } from "#front/rates.ts";
import { frontSettings } from "#front/settings.ts";

describe("only this machine is asked at", () => {
  it.each(["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"])("%s", (address) => {
    expect(isLoopback(address)).toBe(true);
  });
  it.each(["localhost", "LOCALHOST.", "a.localhost", "[::1]", "127.0.0.1"])("the name %s", (name) => {
    expect(isLoopbackName(name)).toBe(true);
  });
});

describe("others may be asked for at", () => {
  it.each([
    ...["0.0.0.0", "::", "10.0.0.1", "203.0.113.9", "128.0.0.1", "::2", "::ffff:10.0.0.1", "2001:db8::1"],
    ...["127.0.0.1.evil.example", "1127.0.0.1", "", "localhost"],
  ])("%j", (address) => {
    expect(isLoopback(address)).toBe(false);
  });
  it.each(["hindcast.example.org", "localhost.evil.example", "notlocalhost", "[::]", "0.0.0.0", ""])(
    "the name %j",
    (name) => {
      expect(isLoopbackName(name)).toBe(false);
    },
  );
});

test.each([
  ["127.0.0.1", {}, false],
  ["::1", { host: "evil.example" }, false],
  [null, {}, false],
  ["0.0.0.0", {}, true],
  ["192.168.0.2", {}, true],
  ["127.0.0.1", { "x-forwarded-for": "" }, true],
  ["127.0.0.1", { forwarded: "for=1.2.3.4" }, true],
  ["127.0.0.1", { "x-forwarded-proto": "https" }, true],
  ["127.0.0.1", { "x-real-ip": "127.0.0.1" }, true],
  ["127.0.0.1", { via: "1.1 a" }, true],
  [null, { "x-forwarded-host": "localhost" }, true],
])("listening on %s with %j is of others: %s", (listensOn, headers, is) => {
  expect(isOfOthers({ listensOn, headers })).toBe(is);
});

test("a header that says nothing of forwarding is none", () => {
  expect(isForwarded({ origin: "x", "x-forwarded": "1", referer: "x" })).toBe(false);
});

describe("the settings", () => {
  test.each([
    [{}, { isOpen: false, isElsewhere: false, isSecure: false, isProduction: false }],
    [
      { HINDCAST_OPEN: "on", NODE_ENV: "production" },
      { isOpen: true, isProduction: true },
    ],
    [{ HINDCAST_ORIGIN: "https://hindcast.example.org" }, { isElsewhere: true, isSecure: true }],
    [{ HINDCAST_ORIGIN: "http://localhost:8080" }, { isElsewhere: false, isSecure: false }],
    [{ HINDCAST_ORIGIN: "http://[::1]:8080" }, { isElsewhere: false }],
    [{ HINDCAST_ORIGIN: "http://192.168.0.2" }, { isElsewhere: true }],
    // The start says what is wrong with it; until then nobody comes in.
    [{ HINDCAST_OPEN: "yes" }, { isOpen: false }],
    [{ HINDCAST_OPEN: "on", HINDCAST_TIMEZONE: "Nowhere" }, { isOpen: false }],
  ] as const)("%j are %j", (environment, expected) => {
    const { NODE_ENV = "test" as const, ...others }: Partial<NodeJS.ProcessEnv> = environment;
    expect(frontSettings({ NODE_ENV, ...others })).toMatchObject(expected);
  });
  test("have more answered at once where a database is waited for", () => {
    const atOnce = (DATABASE_URL?: string) => frontSettings({ NODE_ENV: "test", DATABASE_URL }).atOnce;
    expect([atOnce(), atOnce("file:./a.db"), atOnce("postgres://ada@localhost/a")]).toEqual([2, 2, 4]);
  });
  test("believe this machine's proxies, or those that are named", () => {
    const { isProxy } = frontSettings({ NODE_ENV: "test" });
    expect(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"].filter((one) => !isProxy(one))).toEqual([]);
    expect(["10.0.0.1", "", "x"].filter(isProxy)).toEqual([]);
    const named = frontSettings({ NODE_ENV: "test", HINDCAST_PROXIES: "172.16.0.0/12 fd00::/8" }).isProxy;
    expect(["172.18.0.3", "::ffff:172.18.0.3", "fd00::1"].filter((one) => !named(one))).toEqual([]);
    expect(["127.0.0.1", "172.32.0.1"].filter(named)).toEqual([]);
  });
});

describe("who asks", () => {
  const isProxy = (address: string) => address === "127.0.0.1" || address === "172.18.0.3";
  test.each([
    // This machine itself is not counted.
    ["127.0.0.1", undefined, null],
    ["::1", undefined, null],
    ["127.0.0.1", "", null],
    // A proxy is believed what it added last.
    ["127.0.0.1", "203.0.113.9", "203.0.113.9"],
    ["172.18.0.3", "6.6.6.6, 203.0.113.9", "203.0.113.9"],
    ["127.0.0.1", "127.0.0.1", "127.0.0.1"],
    ["172.18.0.3", undefined, "172.18.0.3"],
    // Nobody else is.
    ["203.0.113.9", "127.0.0.1", "203.0.113.9"],
    ["::ffff:203.0.113.9", "6.6.6.6", "203.0.113.9"],
    // A subscriber has many addresses of IPv6.
    ["2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2"],
    ["2001:0DB8:1:2::9", undefined, "2001:db8:1:2"],
    ["2001:db8::9", undefined, "2001:db8:0:0"],
    ["fe80::1%eth0", undefined, "fe80:0:0:0"],
    // However it is written, it is one.
    ["127.0.0.1", "203.0.113.9:4711", "203.0.113.9"],
    ["127.0.0.1", "[2001:db8::9]:4711", "2001:db8:0:0"],
    ["127.0.0.1", "[2001:db8::9]", "2001:db8:0:0"],
    ["127.0.0.1", "::ffff:cb00:7109", "203.0.113.9"],
    ["127.0.0.1", "somebody", "unknown"],
    ["127.0.0.1", "1.2.3.4.5", "unknown"],
  ])("from %s with %j is %j", (peer, forwardedFor, asker) => {
    expect(askerOf({ peer, forwardedFor }, isProxy)).toBe(asker);
  });
});

describe("requests are counted", () => {
  test("a minute at a time, each asker's apart", () => {
    const { count } = rates(3);
    expect([0, 1, 2].map((now) => count("a", now))).toEqual([null, null, null]);
    expect(count("a", 1_000)).toBe(59);
    expect(count("b", 1_000)).toBeNull();
    expect(count("a", 59_999)).toBe(1);
    expect(count("a", 60_000)).toBeNull();
  });
  test("of so many askers as are kept, the oldest of whom is forgotten", () => {
    const { count } = rates(1, 2);
    for (const asker of ["a", "b", "c"]) expect(count(asker, 0)).toBeNull();
    expect(count("c", 1)).toBe(60);
    expect(count("b", 1)).toBe(60);
    expect(count("a", 1)).toBeNull();
  });
});
