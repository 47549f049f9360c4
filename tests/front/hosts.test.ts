import { describe, expect, it } from "vitest";
import { hostName, isAdmitted, isOurs, ownNames } from "#front/hosts.ts";

const PUBLIC = ownNames({ HINDCAST_ORIGIN: "https://Hindcast.example.org", HOST: "ledger.lan" });
const DEFAULT = ownNames({ HOST: "127.0.0.1" });

describe("a Host is ours, with no setting", () => {
  it.each([
    ...["127.0.0.1", "127.0.0.1:3000", "127.0.0.1:1", "127.0.0.1:", "127.0.0.1.", "127.0.0.1.:3000"],
    ...["10.1.2.3:8080", "192.168.0.7", "203.0.113.9:443", "0.0.0.0:3000", "255.255.255.255"],
    ...["[::1]", "[::1]:3000", "[2001:db8::A]:3000", "[::ffff:127.0.0.1]:3000", "[::]"],
    ...["localhost", "localhost:3000", "LOCALHOST", "LocalHost.:80", "localhost."],
    ...["hindcast.localhost:3000", "a.b.localhost", "A.LOCALHOST."],
  ])("%s", (host) => {
    expect(isOurs([host], DEFAULT)).toBe(true);
  });
});

describe("a Host is not ours, with no setting", () => {
  it.each([
    ...["evil.example", "evil.example:3000", "hindcast.example.org", "ledger.lan:3000", "app1:3000", "com"],
    // Names that only begin or end like ours.
    ...[
      "localhost.evil.example",
      "127.0.0.1.evil.example",
      "127.0.0.1.nip.io",
      "notlocalhost",
      "localhost.com",
    ],
    ...[
      "evil.example.localhost.example",
      "xn--lcalhost-n2a",
      "localhost..",
      "..localhost",
      ".localhost",
      ".",
    ],
    // What is an address in some program, and a name in another.
    ...[
      "127.1",
      "2130706433",
      "0x7f000001",
      "0177.0.0.1",
      "127.0.0.1..",
      "127.0.0.256",
      "1.2.3",
      "1.2.3.4.5",
    ],
    ...[
      "::1",
      "::1:3000",
      "[::1",
      "::1]",
      "[::1]x",
      "[::1].",
      "[127.0.0.1]",
      "[localhost]",
      "[::1%25lo]",
      "[]",
    ],
    // What is no host at all, or more than one.
    ...["", " ", ":", ":3000", "localhost:80x", "localhost:-1", "localhost:80:80", "localhost: 80"],
    ...["user@localhost", "user:word@127.0.0.1", "localhost@evil.example", "evil.example@localhost"],
    ...["localhost evil.example", " localhost", "localhost ", "localhost\tx", "localhost,evil.example"],
    ...[
      "localhost/",
      "localhost/x",
      "http://localhost",
      "//localhost",
      "localhost?x",
      "localhost#x",
      "local%68ost",
    ],
    ...["localhost\\", "localhost\0", "ｌｏｃａｌｈｏｓｔ", "１２７.0.0.1", "127。0。0。1"],
  ])("%j", (host) => {
    expect(isOurs([host], DEFAULT)).toBe(false);
  });

  it("when there is none, or more than one, even twice the same", () => {
    expect(isOurs([], PUBLIC)).toBe(false);
    expect(isOurs(["localhost", "localhost"], PUBLIC)).toBe(false);
    expect(isOurs(["hindcast.example.org", "evil.example"], PUBLIC)).toBe(false);
  });
});

describe("with HINDCAST_ORIGIN and HOST, theirs are ours too", () => {
  it.each([
    ...[
      "hindcast.example.org",
      "hindcast.example.org:443",
      "hindcast.example.org:8080",
      "HINDCAST.Example.ORG.",
    ],
    ...["ledger.lan", "ledger.lan:3000", "Ledger.LAN.", "127.0.0.1:3000", "localhost"],
  ])("%s", (host) => {
    expect(isOurs([host], PUBLIC)).toBe(true);
  });

  it.each([
    ...["evil.example", "example.org", "www.hindcast.example.org", "hindcast.example.org.evil.example"],
    ...["xhindcast.example.org", "ledger.lan.lan", "lan", "https://hindcast.example.org", "app1"],
  ])("and %s is not", (host) => {
    expect(isOurs([host], PUBLIC)).toBe(false);
  });

  it.each([
    ["https://hindcast.example.org", "0.0.0.0", ["hindcast.example.org", "0.0.0.0"]],
    ["http://Ledger.lan.:8080/", undefined, ["ledger.lan"]],
    ["http://預測.example", "::", ["xn--g6wp70g.example"]],
    ["http://[::1]:3000", "", ["::1"]],
    ["hindcast.example.org", "a b", []],
    ["", "", []],
    [undefined, undefined, []],
  ] as const)("HINDCAST_ORIGIN=%s and HOST=%s give %j", (HINDCAST_ORIGIN, HOST, names) => {
    expect([...ownNames({ HINDCAST_ORIGIN, HOST })]).toEqual(names);
  });
});

it.each([
  ["Hindcast.Example.org.:8080", "hindcast.example.org"],
  ["[2001:DB8::A]:3000", "2001:db8::a"],
  ["127.0.0.1", "127.0.0.1"],
  ["a_b", "a_b"],
  ["a b", null],
])("the name in %j is %j", (host, name) => {
  expect(hostName(host)).toBe(name);
});

describe("of what comes by another name", () => {
  const asks = (method: string, target: string, ...hosts: readonly string[]) =>
    isAdmitted({ method, target, hosts }, DEFAULT);

  it.each([
    ["GET", "/healthz"],
    ["HEAD", "/healthz"],
    ["GET", "/healthz?from=proxy"],
  ])("only the question whether all is well goes on: %s %s", (method, target) => {
    expect(asks(method, target, "app1:3000")).toBe(true);
    expect(asks(method, target)).toBe(true);
  });

  it.each([
    ...[
      "/",
      "/api/v1/forecasts",
      "/healthz/",
      "/healthz/x",
      "/healthzx",
      "/HEALTHZ",
      "//healthz",
      "/x/../healthz",
    ],
    ...["/%68ealthz", "/healthz%2f..%2fforecasts", "/healthz;x", "/healthz#x", "/_next/static/x.js", "*", ""],
    ...["http://localhost/healthz", "/forecasts?/healthz"],
  ])("nothing else does: GET %j", (target) => {
    expect(asks("GET", target, "app1:3000")).toBe(false);
  });

  it.each(["POST", "PUT", "DELETE", "OPTIONS", "get", ""])(
    "nor does another method: %j /healthz",
    (method) => {
      expect(asks(method, "/healthz", "app1:3000")).toBe(false);
    },
  );

  it("a whole address is looked at as well as the Host", () => {
    expect(asks("GET", "http://localhost:3000/forecasts", "127.0.0.1:3000")).toBe(true);
    for (const target of [
      ...[
        "http://evil.example/",
        "HTTP://evil.example",
        "https://127.0.0.1.evil.example?x",
        "ws://evil.example/",
      ],
      ...["http://localhost@evil.example/", "http:///x", "http://localhost,evil.example/"],
    ])
      expect(asks("GET", target, "127.0.0.1:3000"), target).toBe(false);
    expect(asks("GET", "http://localhost/", "evil.example")).toBe(false);
    expect(asks("GET", "/forecasts?back=http://evil.example/", "127.0.0.1:3000")).toBe(true);
  });
});
