import { expect, test } from "vitest";
import { readKeepingSettings } from "../../../web/keeping/settings.ts";

const originOf = (HINDCAST_ARCHIVE: string | undefined) => {
  const settings = readKeepingSettings({ HINDCAST_ARCHIVE });
  return settings.ok ? settings.value.archiveOrigin : settings.error;
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
  expect(originOf(value)).toBe(
    `HINDCAST_ARCHIVE is ${JSON.stringify(value)}; it takes on, off, or http:// or https:// and the host of a server that speaks the protocol of https://archive.org`,
  );
});
