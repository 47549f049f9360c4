import { readTypedWords } from "../../../_request/forms/typed-words.ts";
import { currentLanguage, messagesIn } from "../../../_request/page-context.ts";

/** What words for the time give, in the reader's language: asked by a form while they are typed. Nothing is stored. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const given = (name: string) => searchParams.get(name) ?? "";
  const language = await currentLanguage();
  const typed = {
    horizon: given("horizon"),
    lang: given("lang"),
    saidOn: given("saidOn"),
    quote: given("quote"),
    negative: given("negative"),
  };
  return Response.json(readTypedWords(typed, messagesIn(language), language), {
    headers: { "Cache-Control": "no-store" },
  });
}
