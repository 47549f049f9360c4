import { describe, expect, it } from "vitest";
import { publisherKey } from "#domain/evidence/independence.ts";
import { processorMs } from "../../support/processor-time.ts";

describe("two names are one publisher's", () => {
  it.each([
    ["whatever the case", "The Verge", "THE VERGE"],
    ["with or without The", "The New York Times", "New York Times"],
    ["whatever the punctuation and the blanks", "Let's Data Science", "Lets  Data-Science"],
    ["whatever the accents", "Libération", "Liberation"],
    ["whatever the width", "ＢＢＣ", "BBC"],
    ["with a company's form", "OpenAI, Inc.", "OpenAI"],
    ["with several forms", "Example Co., Ltd.", "example"],
    ["with a Chinese company's form", "聯合線上股份有限公司", "聯合線上"],
    ["and is &", "Simon & Schuster", "Simon and Schuster"],
    ["in either script", "自由时报", "自由時報"],
    ["in either way to write 臺", "臺灣事實查核中心", "台灣事實查核中心"],
    ["by its host", "www.reuters.com", "Reuters"],
    ["by its host of a country", "bbc.co.uk", "BBC"],
    ["by a host with a dash", "24-ai.news", "24 AI"],
    ["carried by another", "Wallstreetcn via Longbridge", "Wallstreetcn"],
  ])("%s: %s, %s", (_how, a, b) => {
    expect(publisherKey(a)).toBe(publisherKey(b));
  });
});

describe("two names are not one publisher's", () => {
  it.each([
    ["The Guardian", "Guardian Life"],
    ["The Sunday Times", "The Times"],
    ["Longbridge", "Wallstreetcn via Longbridge"],
    ["聯合報", "聯合晚報"],
    ["arXiv (NVIDIA)", "arXiv (Snowflake)"],
    ["!!!", "???"],
    ["The", ""],
    ["Inc.", "Ltd."],
  ])("%s, %s", (a, b) => {
    expect(publisherKey(a)).not.toBe(publisherKey(b));
  });
});

it("a name without end takes no time", async () => {
  const ms = await processorMs(() => {
    for (const part of ["a.", "inc ", "the ", " via", "報", "& "]) publisherKey(part.repeat(2_000));
  });
  expect(ms).toBeLessThan(3_000);
});
