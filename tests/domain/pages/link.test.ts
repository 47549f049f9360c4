import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKeys, type LinkFault, linkKey, parseLink } from "#domain/pages/link.ts";

describe("parseLink", () => {
  it.each([
    "https://example.org",
    "http://example.org/a?b=1#c",
    "HTTPS://Example.ORG/A/?utm_source=x&b=1#top",
    "https://example.org:8443/",
    "https://[2001:db8::1]/a",
    "https://例え.jp/予測",
    "https://example.org/@somebody/a:b",
    "https://example.org?to=a@example.net",
    "https://example.org/#a@b:c",
  ])("accepts %s, exactly as typed", (text) => {
    expect(parseLink(text)).toEqual({ ok: true, value: text });
  });

  it.each<[string, LinkFault]>([
    ["javascript:alert(1)", "not-http"],
    ["JavaScript:alert(1)//https://example.org", "not-http"],
    ["data:text/html,hello", "not-http"],
    ["file:///etc/hosts", "not-http"],
    ["ftp://example.org/a", "not-http"],
    ["mailto:somebody@example.org", "not-http"],
    ["httpx://example.org", "not-http"],
    ["https://user:password@example.org/", "has-credentials"],
    ["https://user@example.org/", "has-credentials"],
    ["https://:password@example.org/", "has-credentials"],
    ["https://@example.org/", "has-credentials"],
    ["HTTP://example.org@example.net", "has-credentials"],
    ["https://a%40b@example.org", "has-credentials"],
    ["", "not-a-link"],
    ["example.org/a", "not-a-link"],
    ["//example.org/a", "not-a-link"],
    ["/a/b", "not-a-link"],
    ["https:example.org", "not-a-link"],
    ["https:/example.org", "not-a-link"],
    ["https:///example.org", "not-a-link"],
    ["https://", "not-a-link"],
    ["https://?a=1", "not-a-link"],
    ["https://user:password@", "not-a-link"],
    ["https:\\\\example.org", "not-a-link"],
    ["https://example.org\\@example.net", "not-a-link"],
    ["https://example.org:99999/", "not-a-link"],
    ["https://exa mple.org/", "not-a-link"],
    [" https://example.org", "not-a-link"],
    ["https://example.org/a b", "not-a-link"],
    ["https://example.org/\n", "not-a-link"],
    ["java\tscript:alert(1)", "not-a-link"],
    ["\u0000https://example.org", "not-a-link"],
    ["https://example.org/\u007f", "not-a-link"],
  ])("refuses %j: %s", (text, fault) => {
    expect(parseLink(text)).toEqual({ ok: false, error: fault });
  });

  it("never accepts what a browser would take for another scheme, or for a user name or password", () => {
    const start = fc.constantFrom("https://", "http://", "https:", "/", "");
    const piece = fc.constantFrom("https:", "//", "javascript:", "/", "\\", "@", ":", "a", "b.c", "?", "#");
    fc.assert(
      fc.property(start, fc.array(piece, { maxLength: 8 }), (first, pieces) => {
        const link = parseLink(first + pieces.join(""));
        if (!link.ok) return;
        const { protocol, username, password } = new URL(link.value);
        expect(["http:", "https:"]).toContain(protocol);
        expect(username + password).toBe("");
      }),
      { numRuns: 5000 },
    );
  });
});

describe("linkKey", () => {
  it.each<[string, string]>([
    ["the case of the host", "https://Example.ORG/a"],
    ["the scheme", "http://example.org/a"],
    ["the default port of https", "https://example.org:443/a"],
    ["the default port of http", "http://example.org:80/a"],
    ["the fragment", "https://example.org/a#top"],
    ["an empty fragment", "https://example.org/a#"],
    ["one trailing slash", "https://example.org/a/"],
    ["an empty query", "https://example.org/a?"],
    ["a trailing slash before a campaign and a fragment", "https://example.org/a/?utm_source=x#top"],
    ["the parameter utm_source", "https://example.org/a?utm_source=x"],
    ["the parameter utm_medium", "https://example.org/a?utm_medium=x"],
    ["the parameter utm_anything", "https://example.org/a?utm_anything=x"],
    ["the parameter fbclid", "https://example.org/a?fbclid=x"],
    ["the parameter gclid", "https://example.org/a?gclid=x"],
    ["the parameter msclkid", "https://example.org/a?msclkid=x"],
    ["the parameter mc_cid", "https://example.org/a?mc_cid=x"],
    ["the parameter mc_eid", "https://example.org/a?mc_eid=x"],
    ["the parameter igshid", "https://example.org/a?igshid=x"],
    ["a campaign parameter without a value", "https://example.org/a?fbclid"],
    ["several campaign parameters", "https://example.org/a?utm_source=x&gclid=y&utm_term=z=1"],
  ])("leaves out %s", (_, link) => {
    expect(linkKey(link)).toBe(linkKey("https://example.org/a"));
  });

  it.each([
    ["a host alone, with or without its slash", "https://example.org", "http://EXAMPLE.org/"],
    ["parameters around a campaign", "https://example.org/?a=1&utm_id=x&b=2", "https://example.org?a=1&b=2"],
    ["the example of the rule", "http://Example.org/a/?utm_source=x#top", "https://example.org/a"],
  ])("is the same for %s", (_, a, b) => {
    expect(linkKey(a)).toBe(linkKey(b));
  });

  it.each([
    ["another host", "https://example.org/a", "https://www.example.org/a"],
    ["another port", "https://example.org/a", "https://example.org:8443/a"],
    ["another path", "https://example.org/a", "https://example.org/b"],
    ["the case of the path", "https://example.org/a", "https://example.org/A"],
    ["a second trailing slash", "https://example.org/a/", "https://example.org/a//"],
    ["any other parameter", "https://example.org/a", "https://example.org/a?id=1"],
    ["its value", "https://example.org/a?id=1", "https://example.org/a?id=2"],
    ["its value being set", "https://example.org/a?id", "https://example.org/a?id=1"],
    ["the order of parameters", "https://example.org/a?b=1&c=2", "https://example.org/a?c=2&b=1"],
    ["a parameter given twice", "https://example.org/a?b=1", "https://example.org/a?b=1&b=1"],
    ["a trailing slash in a value", "https://example.org/a?b=1", "https://example.org/a?b=1/"],
    ["a name that only begins like a campaign", "https://example.org/a", "https://example.org/a?gclids=1"],
    ["a name that only ends like one", "https://example.org/a", "https://example.org/a?my_utm_source=1"],
    ["utm without more", "https://example.org/a", "https://example.org/a?utm=1"],
    ["a campaign's name as a value", "https://example.org/a", "https://example.org/a?b=utm_source"],
  ])("tells apart %s", (_, a, b) => {
    expect(linkKey(a)).not.toBe(linkKey(b));
  });
});

describe("addressKeys", () => {
  it.each([
    "https://www.google.com/amp/s/www.example.org/a/amp",
    "https://google.com/amp/example.org/a?utm_source=x",
    "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a",
    "https://example-org.cdn.ampproject.org/v/s/example.org/a?amp=1",
  ])("knows the page that an AMP cache shows: %s", (link) => {
    expect(addressKeys(link)[0]).toBe(linkKey(link));
    expect(addressKeys(link)).toContain("example.org/a");
  });

  it.each([
    "https://google.example.com/amp/s/example.org/a",
    "https://cdn.ampproject.org.evil.net/c/s/example.org/a",
    "https://evil.net/?https://www.google.com/amp/s/example.org/a",
    "https://www.google.com/search?q=/amp/s/example.org/a",
    "https://www.google.com/amp/s/localhost",
  ])("takes nothing else for one: %s", (link) => {
    expect(addressKeys(link)).not.toContain("example.org/a");
  });

  it.each([
    ["www.", "https://www.example.org/a"],
    ["m.", "https://m.example.org/a"],
    ["mobile.", "http://mobile.example.org/a/"],
    ["amp.", "https://amp.example.org/a"],
    ["two of them", "https://www.m.example.org/a"],
    ["/amp", "https://example.org/a/amp"],
    ["/amp/", "https://example.org/a/amp/"],
    ["?amp", "https://example.org/a?amp"],
    ["?amp=1", "https://example.org/a?amp=1"],
    ["?outputType=amp", "https://example.org/a?outputType=amp"],
    ["more campaigns", "https://example.org/a?gbraid=x&_ga=y&mkt_tok=z"],
    ["all of it", "https://amp.example.org/a/amp/?utm_source=x&srsltid=y&amp=1#top"],
  ])("leads from a link with %s to the page without it", (_what, link) => {
    expect(addressKeys(link)).toContain(linkKey("https://example.org/a"));
  });

  it("leads from a file's name with amp in it to the one without, and keeps every other parameter", () => {
    expect(addressKeys("https://example.org/b/a.amp.html?id=1&amp=1&page=2")).toContain(
      "example.org/b/a.html?id=1&page=2",
    );
  });

  it("begins with the link's own key, and names none twice", () => {
    for (const link of [
      "https://example.org/a",
      "https://www.example.org/a?gbraid=1",
      "https://m.example.org/a/amp",
    ]) {
      const keys = addressKeys(link);
      expect(keys[0]).toBe(linkKey(link));
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(addressKeys("https://example.org/a")).toEqual(["example.org/a"]);
    expect(addressKeys("https://m.example.org/a/amp")).toEqual([
      "m.example.org/a/amp",
      "m.example.org/a",
      "example.org/a",
    ]);
  });

  it.each([
    ["a page on amplifiers", "https://example.org/amp", "https://example.org/"],
    ["a name that begins with amp", "https://example.org/a/ampere", "https://example.org/a"],
    ["a host that is no host without its beginning", "https://m.org/a", "https://org/a"],
    ["a host that only begins like it", "https://music.example.org/a", "https://usic.example.org/a"],
    ["another value of amp", "https://example.org/a?amp=2", "https://example.org/a"],
    ["another file", "https://example.org/a.html", "https://example.org/a"],
    ["another page of it", "https://example.org/a?page=2", "https://example.org/a"],
  ])("does not take %s for another", (_what, link, other) => {
    const others = new Set(addressKeys(other));
    expect(addressKeys(link).filter((key) => others.has(key))).toEqual([]);
  });

  it("never throws for what is a link, and has a key that stays the same when it is read again", () => {
    const part = fc.constantFrom(
      "/amp",
      "a",
      ".amp.html",
      "?amp=1",
      "&",
      "=",
      "www.",
      "utm_x=",
      "%2F",
      "é",
      "#",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const link = `https://m.example.org/${parts.join("")}`;
        if (!parseLink(link).ok) return;
        const keys = addressKeys(link);
        expect(addressKeys(`https://${keys[0]}`)[0]).toBe(keys[0]);
      }),
    );
  });
});
