import { takeText } from "#operations/taken-texts.ts";
import { pageIn } from "../../../_request/forms/page-in.ts";
import { readPostedForm } from "../../../_request/forms/posted-form.ts";
import { showAgain } from "../../../_request/forms/refused-forms.ts";
import { isSentByScript, leadTo, statusOf, tellScript } from "../../../_request/forms/sent-answer.ts";
import { answerSourceForm, asRead } from "../../../_request/forms/source-text.ts";
import { isOwnForm } from "../../../_request/origin.ts";
import { currentLanguage, messagesIn } from "../../../_request/page-context.ts";
import { typedInSource } from "../../../_request/parse/source-form.ts";
import { getSettings } from "../../../_request/process/settings.ts";
import { failedForTheStore } from "../../../_request/unavailable.ts";
import { plainPage } from "../../../_request/unavailable-page.ts";

/**
 * Takes a text of up to 5 MB with what is to be known of its source, and leads to the forecasts in it. A route of its
 * own, so that no other form has to take as much.
 */
async function answerPosted(request: Request): Promise<Response> {
  const language = await currentLanguage();
  const m = messagesIn(language);
  const r = m.reading;
  const byScript = isSentByScript(request);
  const page = pageIn(new URL(request.url).searchParams, "/sources/new");
  const refuse = (status: 400 | 403 | 413, title: string, lead: string) =>
    byScript
      ? tellScript(status, lead)
      : plainPage(language, { status, title, lead, link: { href: page, text: r.backToForm } });
  const again = async (typed: FormData, message: string) =>
    leadTo(await showAgain(asRead(typedInSource(typed), message), page), false, false);

  if (!isOwnForm(request.headers, getSettings().origin)) return refuse(403, r.foreign, m.form.foreign);
  const form = await readPostedForm(request);
  if (!form.ok) {
    if (form.error.kind === "broken") return refuse(400, r.broken, r.brokenLead);
    const { read } = form.error;
    if (byScript) return refuse(413, r.tooLarge, r.tooLargeHere);
    return read === null ? refuse(413, r.tooLarge, r.tooLargeLead) : again(read, r.tooLargeRead);
  }
  const sent = form.value;
  try {
    return await answerSourceForm(request, sent);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === null) throw error;
    const message = m.form.hindered[hindrance];
    return byScript ? tellScript(statusOf(hindrance), message) : again(sent, message);
  }
}

export const POST = Object.assign(answerPosted, { operations: [takeText] });
