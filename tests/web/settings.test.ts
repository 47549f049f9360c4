import { expect, test } from "vitest";
import { refusalOf } from "#web/fetch/address.ts";
import { readSettings } from "#web/settings.ts";

const read = (environment: Record<string, string | undefined>) => readSettings(environment, "/srv");

const originOf = (HINDCAST_ARCHIVE: string | undefined) => {
  const settings = read({ HINDCAST_ARCHIVE });
  return settings.ok ? settings.value.keeping.archiveOrigin : settings.error;
};

test.each([
  [undefined, null],
  ["", null],
  ["off", null],
  ["on", "https://archive.org"],
  ["https://archive.example.org", "https://archive.example.org"],
  ["https://archive.example.org/", "https://archive.example.org"],
  ["http://10.0.0.1:8080", "http://10.0.0.1:8080"],
])("HINDCAST_ARCHIVE=%s asks at %s", (value, origin) => {
  expect(originOf(value)).toBe(origin);
});

test.each([
  "On",
  "yes",
  "archive.org",
  "ftp://archive.org",
  "javascript:alert(1)",
  "https://archive.org/wayback",
  "https://archive.org?x",
  "https://a:b@archive.org",
  "https://",
])("HINDCAST_ARCHIVE=%s is refused with a sentence", (value) => {
  const shown = JSON.stringify(value.replace(":b@", "@"));
  expect(originOf(value)).toBe(
    `HINDCAST_ARCHIVE is ${shown}; it takes on, off, or http:// or https:// and the host of a server that speaks the protocol of https://archive.org`,
  );
});

test.each([
  "10/8",
  "127.1/16",
  "10.0.0.0/33",
  "10.0.0.0/",
  "10.0.0.0/8/8",
  "::ffff:10.0.0.0/104",
  "fd00::%eth0/8",
  "intranet",
])("HINDCAST_FETCH_ALLOWED=%s is refused with a sentence", (value) => {
  expect(read({ HINDCAST_FETCH_ALLOWED: value })).toEqual({
    ok: false,
    error: `HINDCAST_FETCH_ALLOWED is ${JSON.stringify(value)}; it takes ranges of addresses, like 10.1.0.0/16,fd00::/8`,
  });
});

test.each([
  ["https://93.184.216.34", "93.184.216.34"],
  ["http://93.184.216.34:8080", "93.184.216.34"],
  ["https://[2606:4700::1111]", "2606:4700::1111"],
])("where we are reached at %s, nothing is fetched from there", (origin, address) => {
  const settings = read({ HINDCAST_ORIGIN: origin, HINDCAST_FETCH_ALLOWED: "0.0.0.0/0,::/0" });
  if (!settings.ok) throw new Error(settings.error);
  expect(refusalOf(address, settings.value.keeping.policy)).toBe("set-apart");
});
