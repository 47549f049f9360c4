import { createServer } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { fetchPage } from "#web/fetch/fetch-page.ts";
import { DEFAULT_POLICY, type FetchPolicy } from "#web/fetch/policy.ts";
import { REFUSED_ADDRESSES, REFUSED_LINKS, THIS_MACHINE } from "../../support/web/refused-links.ts";
import { listening, PUBLIC, PUBLIC_TOO, type StandIn, webOf } from "../../support/web/stand-in.ts";

const policy: FetchPolicy = {
  ...DEFAULT_POLICY,
  refusedRanges: ["198.35.26.96", "2620:0:861::/48"],
  refusedHosts: ["hindcast.example.org"],
};
const REDIRECTS = [301, 302, 303, 307, 308];
const ask = (url: string) => ({ url, etag: null, lastModified: null });
const codeOf = (found: Awaited<ReturnType<typeof fetchPage>>) => (found.ok ? found : found.error.code);

let server: StandIn;
let leadingTo = "";
let withStatus = 302;

beforeAll(async () => {
  server = await listening(
    createServer((request, response) => {
      if (request.url === "/lead")
        response.writeHead(withStatus, { location: Buffer.from(leadingTo).toString("latin1") });
      response.end("a page");
    }),
  );
});

const web = (names: Parameters<typeof webOf>[1] = {}) =>
  webOf({ 80: server, 443: server }, { "page.example": [[PUBLIC]], ...names });

test("the lists are as long as they ought to be", () => {
  expect(REFUSED_LINKS.length).toBeGreaterThan(120);
  expect(REFUSED_ADDRESSES.length).toBeGreaterThan(50);
  expect(REFUSED_ADDRESSES).toEqual(expect.arrayContaining(["127.0.0.1", "::1", "::7f00:1", "10.0.0.1"]));
});

describe("nothing is connected to for a link that is refused", () => {
  test.each(REFUSED_LINKS)("%j: %s", async (link, code) => {
    const { network, dialled, resolved } = web();
    const before = server.hits();
    const found = await fetchPage(ask(link), policy, network);
    expect(found).toMatchObject({ ok: false, error: { code, isRefusal: true } });
    expect({ dialled, resolved, hits: server.hits() - before }).toEqual({
      dialled: [],
      resolved: [],
      hits: 0,
    });
  });
});

describe("nothing is connected to for a redirect to such a link", () => {
  test.each(REFUSED_LINKS)("%j: %s", async (link, code) => {
    for (const status of REDIRECTS) {
      const { network, dialled } = web();
      const before = server.hits();
      // Tabs and line ends cannot stand in a header; those who leave them out lead to the same.
      [leadingTo, withStatus] = [link.replace(/[\t\n]/g, ""), status];
      const found = await fetchPage(ask("http://page.example/lead"), policy, network);
      expect(codeOf(found)).toBe(code);
      expect({ dialled, hits: server.hits() - before }).toEqual({ dialled: [`${PUBLIC} 80`], hits: 1 });
    }
  });
});

describe("nothing is connected to for a name whose address is", () => {
  test.each(REFUSED_ADDRESSES)("%s, alone, among public ones, or after a redirect", async (address) => {
    for (const answer of [[address], [PUBLIC, address], [address, PUBLIC], [PUBLIC, PUBLIC_TOO, address]]) {
      const { network, dialled } = web({ "name.example": [answer] });
      expect(codeOf(await fetchPage(ask("http://name.example/"), policy, network))).toBe("address-refused");
      expect(dialled).toEqual([]);
    }
    [leadingTo, withStatus] = ["http://name.example/", 302];
    const { network, dialled } = web({ "name.example": [[address]] });
    expect(codeOf(await fetchPage(ask("http://page.example/lead"), policy, network))).toBe("address-refused");
    expect(dialled).toEqual([`${PUBLIC} 80`]);
  });
});

describe("a name that changes its answer to", () => {
  test.each(REFUSED_ADDRESSES)(
    "%s is asked once, and the address that was checked is dialled",
    async (address) => {
      const { network, dialled, resolved } = web({ "turning.example": [[PUBLIC], [address]] });
      expect(await fetchPage(ask("http://turning.example/"), policy, network)).toMatchObject({ ok: true });
      expect({ dialled, resolved }).toEqual({ dialled: [`${PUBLIC} 80`], resolved: ["turning.example"] });
    },
  );

  test.each(REFUSED_ADDRESSES)("%s is refused when it is asked again for a redirect", async (address) => {
    [leadingTo, withStatus] = ["/next", 302];
    const { network, dialled, resolved } = web({ "turning.example": [[PUBLIC], [address]] });
    const found = await fetchPage(ask("http://turning.example/lead"), policy, network);
    expect(codeOf(found)).toBe("address-refused");
    expect({ dialled, resolved }).toEqual({
      dialled: [`${PUBLIC} 80`],
      resolved: ["turning.example", "turning.example"],
    });
  });
});

test("a link of the page's own scheme without slashes stays with the page, one of the other leads away", async () => {
  const { network, dialled } = web();
  [leadingTo, withStatus] = ["http:127.0.0.1", 302];
  expect(await fetchPage(ask("http://page.example/lead"), policy, network)).toMatchObject({
    value: { finalUrl: "http://page.example/127.0.0.1" },
  });
  leadingTo = "https:127.0.0.1";
  expect(codeOf(await fetchPage(ask("http://page.example/lead"), policy, network))).toBe("address-refused");
  for (const link of ["http:127.0.0.1", "http:/127.0.0.1", "https:127.1", "HTTP:///127.0.0.1"])
    expect(codeOf(await fetchPage(ask(link), policy, network))).toBe("address-refused");
  expect(new Set(dialled)).toEqual(new Set([`${PUBLIC} 80`]));
});

test("a connection that turns out to lead elsewhere is closed before anything is sent", async () => {
  let asked = 0;
  const counting = await listening(createServer(() => asked++));
  const { network } = webOf({ 80: counting }, { "page.example": [[PUBLIC]] });
  const bent = {
    ...network,
    dial: (address: string, port: number) =>
      Object.defineProperty(network.dial(address, port), "remoteAddress", { value: "127.0.0.1" }),
  };
  const found = await fetchPage(ask("http://page.example/"), policy, bent);
  expect(found).toMatchObject({ error: { code: "address-refused", detail: "connected to another address" } });
  expect(asked).toBe(0);
});

describe("with the machine's own network, the machine itself is not connected to", () => {
  let both: StandIn;
  beforeAll(async () => {
    both = await listening(
      createServer((_request, response) => response.end("in")),
      "::",
    );
  });

  test.each([...THIS_MACHINE, "localhost", "LOCALHOST.", "x.localhost"])("as %j", async (host) => {
    const found = await fetchPage(ask(`http://${host}:${both.port}/`), { ...policy, ports: [both.port] });
    expect(found).toMatchObject({ ok: false, error: { isRefusal: true } });
    expect(both.hits()).toBe(0);
  });

  test("unless it is allowed", async () => {
    const allowed = { ...policy, ports: [both.port], allowedRanges: ["127.0.0.0/8"] };
    expect(await fetchPage(ask(`http://127.0.0.1:${both.port}/`), allowed)).toMatchObject({
      value: { status: 200 },
    });
    expect(both.hits()).toBe(1);
  });
});
