import type { Route } from "next";
import type { NextResponse } from "next/server";
import type { Messages } from "#messages/en.ts";
import type { FormState } from "../../_words/form-state.ts";
import { cookieOptions, isSecure, NAME_COOKIE } from "../actor.ts";
import { MOST_BYTES } from "../api/body.ts";
import { isOwnForm } from "../origin.ts";
import { currentLanguage, messagesIn } from "../page-context.ts";
import { decodedPart } from "../parse/params.ts";
import { getSettings } from "../process/settings.ts";
import { failedForTheStore } from "../unavailable.ts";
import { plainPage } from "../unavailable-page.ts";
import { EVIDENCE_FORMS } from "./evidence-forms.ts";
import { FORECAST_FORMS } from "./forecast-forms.ts";
import { asTyped } from "./form-refusal.ts";
import type { FormAnswer, FormHandler } from "./operation-form.ts";
import { pageIn } from "./page-in.ts";
import { type FormLimits, readPostedForm } from "./posted-form.ts";
import { recordChosenForm } from "./record-chosen.ts";
import { showAgain } from "./refused-forms.ts";
import { isSentByScript, leadTo, statusOf, tellScript } from "./sent-answer.ts";
import { sentAs } from "./sent-as.ts";

/** The forms by their names: each asks for one operation. */
export const FORMS = { ...FORECAST_FORMS, ...EVIDENCE_FORMS, "record-chosen": recordChosenForm };

/** The name of a form, which stands in the address that it is sent to. */
export type FormName = keyof typeof FORMS;

const BY_NAME = new Map<string, FormHandler>(Object.entries(FORMS));

/** What a form may send, by its name. The one that brings a text has an address of its own. */
const LIMITS: { readonly [name: string]: FormLimits } = {
  "record-chosen": { bytes: MOST_BYTES.withText, entries: 20_000 },
  "record-forecast": { bytes: MOST_BYTES.long, entries: 1_000 },
  "change-forecast": { bytes: MOST_BYTES.long, entries: 1_000 },
  "give-verdict": { bytes: MOST_BYTES.long, entries: 1_000 },
};
const USUAL: FormLimits = { bytes: MOST_BYTES.usual, entries: 200 };
const limitsOf = (name: string): FormLimits =>
  Object.hasOwn(LIMITS, name) ? (LIMITS[name] ?? USUAL) : USUAL;

/** @example sizeIn(64 * 1024) // "64 KB" */
const sizeIn = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${bytes / 1024 / 1024} MB`;

/** A form as it came in. */
interface Posted {
  /** The path that it was sent to. */
  readonly path: string;
  /** Which form it is, and what it is about: the parts of the path. */
  readonly name: string;
  readonly of: readonly string[];
  /** The page that it stands on. */
  readonly page: Route;
  readonly isByScript: boolean;
  readonly m: Messages;
}

/** The page of a refused form, which shows it again. */
const showPosted = async (state: FormState, { name, page, isByScript }: Posted): Promise<NextResponse> =>
  leadTo(await showAgain({ form: name, state }, page), isByScript, false);

/** A sentence for our script, which has the form still; for a browser, the page with the form as it was typed. */
const say = (status: 413 | 503 | 507, state: FormState, posted: Posted) =>
  posted.isByScript ? tellScript(status, state.message) : showPosted(state, posted);

async function answered(answer: FormAnswer, request: Request, posted: Posted): Promise<Response> {
  if (answer.kind === "refused") {
    return answer.hindrance === null
      ? showPosted(answer.state, posted)
      : say(statusOf(answer.hindrance), answer.state, posted);
  }
  const response = leadTo(answer.to, posted.isByScript, !answer.isUnderway);
  if (answer.by !== null) {
    response.cookies.set(NAME_COOKIE, answer.by, cookieOptions(isSecure(request.headers)));
  }
  return response;
}

async function handle(request: Request, form: FormData, posted: Posted): Promise<Response> {
  const { path, name, of, page, m } = posted;
  const answer = BY_NAME.get(name);
  if (answer === undefined) return new Response(null, { status: 404 });
  try {
    return await answered(await answer(form, { of, page, sentAs: sentAs(form, path) }), request, posted);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === null) throw error;
    return say(statusOf(hindrance), asTyped(form, m.form.hindered[hindrance]), posted);
  }
}

async function answerForm(request: Request): Promise<Response> {
  const { pathname: path, searchParams } = new URL(request.url);
  const language = await currentLanguage();
  const m = messagesIn(language);
  const byScript = isSentByScript(request);
  const [, , name = "", ...of] = path.split("/").map(decodedPart);
  const posted: Posted = { path, name, of, page: pageIn(searchParams), isByScript: byScript, m };
  const refuse = (status: 400 | 403, title: string, lead: string) =>
    byScript
      ? tellScript(status, lead)
      : plainPage(language, { status, title, lead, link: { href: posted.page, text: m.reading.backToForm } });
  if (!isOwnForm(request.headers, getSettings().origin)) {
    return refuse(403, m.reading.foreign, m.form.foreign);
  }
  const limits = limitsOf(name);
  const form = await readPostedForm(request, limits);
  if (form.ok) return handle(request, form.value, posted);
  if (form.error.kind === "too-large") {
    const most = sizeIn(limits.bytes);
    if (byScript) return tellScript(413, m.form.tooLargeHere(most));
    if (form.error.read !== null) return showPosted(asTyped(form.error.read, m.form.tooLarge(most)), posted);
  }
  return refuse(400, m.reading.broken, m.reading.brokenLead);
}

/** Answers a form that was posted to an address of its own, by a browser or by our script. */
export const answerPosted = Object.assign(answerForm, {
  operations: Object.values(FORMS).map(({ operation }) => operation),
});
