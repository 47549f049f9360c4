import { en } from "#messages/en.ts";
import { zhHant } from "#messages/zh-Hant.ts";
import { startServer } from "../../scripts/setup/server.mjs";
import { newDatabase, removeDatabase } from "./support/database.ts";
import { type Fields, getPage, postForm } from "./support/post-form.ts";
import { formIn } from "./support/served-form.ts";
import { AGENTIC, forecastPage, PINNED, serve } from "./support/server.ts";
import { expect, test } from "./support/test.ts";
import { aPage } from "./support/typing.ts";

// English and Traditional Chinese: which is chosen, how it is changed, and what is kept of it.

const served = serve();

for (const [asked, language] of [
  ["en", "en"],
  ["en-GB,en;q=0.9,zh-TW;q=0.8", "en"],
  ["zh-TW,zh;q=0.9,en;q=0.8", "zh-Hant"],
  ["zh-CN", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["ZH-hant-tw", "zh-Hant"],
  ["fr-FR, zh-CN;q=0.9, en;q=0.8", "zh-Hant"],
  ["fr", "en"],
  ["zh;q=0, en;q=0.1", "en"],
  ["*", "en"],
  ["", "en"],
  [";;q=,,", "en"],
] as const) {
  test(`a browser that asks for “${asked}” gets ${language}`, async () => {
    const { html } = await getPage(`${served.origin}/forecasts`, { "accept-language": asked });
    expect(/<html lang="([^"]*)"/.exec(html)?.[1]).toBe(language);
    expect(html).toContain(`<h1>${(language === "en" ? en : zhHant).list.title}</h1>`);
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });
    for (const address of [
      "/",
      "/forecasts?status=due&q=%E4%B8%80%20%26",
      forecastPage(AGENTIC),
      "/timeline?zoom=decade",
    ]) {
      test(`the switch comes back to ${address}, and its choice is kept`, async ({ page, context }) => {
        const html = page.locator("html");
        await page.goto(address);
        await expect(html).toHaveAttribute("lang", "en");
        await page.getByRole("button", { name: en.nav.otherLanguage }).click();
        await expect(html).toHaveAttribute("lang", "zh-Hant");
        const parts = (url: string) => {
          const { pathname, searchParams } = new URL(url, served.origin);
          return [pathname, ...searchParams];
        };
        expect(parts(page.url())).toEqual(parts(address));
        await page.reload();
        await expect(html).toHaveAttribute("lang", "zh-Hant");
        const cookie = (await context.cookies()).find(({ name }) => name === "hindcast_lang");
        expect(cookie).toMatchObject({
          value: "zh-Hant",
          httpOnly: true,
          sameSite: "Lax",
          path: "/",
          secure: false,
        });
        expect(Math.round(((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400)).toBe(365);
        await page.getByRole("button", { name: zhHant.nav.otherLanguage }).click();
        await expect(html).toHaveAttribute("lang", "en");
      });
    }
  });
}

const switchTo = (
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: served.origin },
) =>
  fetch(`${served.origin}/language`, {
    method: "POST",
    body: new URLSearchParams(fields),
    redirect: "manual",
    headers,
  });

for (const back of [
  "//evil.example",
  "https://evil.example/",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "///evil.example",
  "javascript:alert(1)",
  "/%2f%2fevil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "evil.example",
  "",
]) {
  test(`the switch never leads away to “${back.replace("\t", "<tab>")}”`, async () => {
    const response = await switchTo({ lang: "zh-Hant", back });
    expect(response.status).toBe(303);
    const location = response.headers.get("location") ?? "";
    expect(location).toMatch(/^\//);
    expect(new URL(location, served.origin).origin).toBe(served.origin);
  });
}

test("the switch takes only our languages, and only from our pages", async () => {
  for (const lang of ["fr", "zh", "EN", "", "__proto__", "en; Domain=evil.example"]) {
    expect((await switchTo({ lang, back: "/" })).headers.get("set-cookie"), lang).toBeNull();
  }
  const foreign: Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "null" }, {}];
  for (const headers of foreign) {
    const response = await switchTo({ lang: "zh-Hant", back: "/" }, headers);
    expect(response.status).toBe(403);
    expect(response.headers.get("set-cookie")).toBeNull();
  }
  const hostile = await getPage(served.origin, { cookie: "hindcast_lang=fr; hindcast_name=%E0%A4%A" });
  expect(hostile.status).toBe(200);
  expect(hostile.html).toContain('<html lang="en"');
});

test("on https both cookies are secure, and forms are taken from the public origin alone", async () => {
  const origin = "https://hindcast.example.org";
  const database = await newDatabase();
  const server = await startServer({
    env: { ...PINNED, HINDCAST_ORIGIN: origin, HINDCAST_OPEN: "on", DATABASE_URL: database },
  });
  try {
    const url = server.origin + forecastPage(AGENTIC);
    const typed: Fields = Object.entries(aPage());
    const send = async (from: string) => {
      const form = formIn((await getPage(url)).html, en.evidence.submit);
      return postForm(url, form, typed, { origin: from });
    };
    expect((await send(server.origin)).status, "our own address is not the public one").not.toBe(303);
    const saved = await send(origin);
    expect(saved.status).toBe(303);
    expect(saved.headers.get("set-cookie")).toMatch(/^hindcast_name=Ada;(?=.*; Secure)(?=.*; HttpOnly)/i);
    const switched = await fetch(`${server.origin}/language`, {
      method: "POST",
      body: new URLSearchParams({ lang: "zh-Hant", back: "/" }),
      redirect: "manual",
      headers: { origin },
    });
    expect(switched.headers.get("set-cookie")).toMatch(
      /^hindcast_lang=zh-Hant;(?=.*; Secure)(?=.*; HttpOnly)/i,
    );
  } finally {
    await server.stop();
    await removeDatabase(database);
  }
});
