import { expect, it } from "vitest";
import { areInQuote, placeInQuote } from "#domain/sources/quoted-words.ts";

it.each([
  ["within two years", "It works within two years.", true],
  ["Within  two\nyears", "It works within two years.", true],
  ["未來２－３年內", "未來 2-3 年內會量產", true],
  ["two years’ time", "In two years' time it works.", true],
  ["2–3 years", "In 2-3 years it works.", true],
  ["between 2030 … 2035", "It is between 2030 and perhaps 2035.", true],
  ["2035 … 2030", "It is between 2030 and perhaps 2035.", false],
  ["within two years", "It works \u202ewithin two\u2069 years.", true],
  ["by 2030", "It works within two years.", false],
  ["兩年內", "三年內會量產", false],
])("%j in %j: %j", (words, quote, is) => {
  expect(areInQuote(words, quote)).toBe(is);
});

it.each([
  ["within two years", "It works within two years.", "within two years"],
  ["Within  two\nyears", "“It works within two  years.”", "within two  years"],
  ["未來２－３年內", "他說：未來 2-3 年內會量產", "未來 2-3 年內"],
  ["between 2030 … 2035", "It is between 2030 and perhaps 2035.", "between 2030 and perhaps 2035"],
  ["cafe\u0301 by 2030", "Un café by 2030, oui.", "café by 2030"],
  ["by 2030", "Maybe … ‘by 2030’.", "by 2030"],
])("%j stand in %j as %j", (words, quote, said) => {
  const place = placeInQuote(words, quote);
  expect(place && quote.slice(place.start, place.end)).toBe(said);
});

it.each([
  ["by 2030", "It works within two years."],
  ["…", "It works within two years."],
  ["", "It works within two years."],
])("%j have no place in %j", (words, quote) => {
  expect(placeInQuote(words, quote)).toBeNull();
});
