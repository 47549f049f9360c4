import type { Route } from "next";
import { NextResponse } from "next/server";
import type { Hindrance } from "#db/store.ts";
import type { Messages } from "#messages/en.ts";
import { type FormState, FROM, REFUSED } from "../../_words/form-state.ts";
import { cookieOptions, isSecure, NAME_COOKIE } from "../actor.ts";
import { isOwnForm } from "../origin.ts";
import { currentLanguage, messagesIn } from "../page-context.ts";
import { decodedPart } from "../parse/params.ts";
import { getSettings } from "../process/settings.ts";
import { failedForTheStore } from "../unavailable.ts";
import { plainPage, RETRY_AFTER_SECONDS } from "../unavailable-page.ts";
import { EVIDENCE_FORMS } from "./evidence-forms.ts";
import { FORECAST_FORMS } from "./forecast-forms.ts";
import { asTyped } from "./form-refusal.ts";
import type { FormAnswer, FormHandler } from "./operation-form.ts";
import { type FormLimits, readPostedForm } from "./posted-form.ts";
import { recordChosenForm } from "./record-chosen.ts";
import { putRefusedAside } from "./refused-forms.ts";
import { sentAs } from "./sent-as.ts";

/** The forms by their names: each asks for one operation. */
export const FORMS = { ...FORECAST_FORMS, ...EVIDENCE_FORMS, "record-chosen": recordChosenForm };

/** The name of a form, which stands in the address that it is sent to. */
export type FormName = keyof typeof FORMS;

const BY_NAME = new Map<string, FormHandler>(Object.entries(FORMS));

/** What a form may send. The one that brings a text has an address of its own. */
const LIMITS: FormLimits = { bytes: 2 * 1024 * 1024, entries: 20_000 };

/** Says that our script has sent a form: it goes where it is told, and shows beside the form what went wrong. */
const BY_SCRIPT = "x-hindcast-script";

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

/** The page that a form says it stands on: one of ours, whatever its address says. */
function pageIn(searchParams: URLSearchParams): Route {
  const from = searchParams.get(FROM) ?? "";
  return (/^\/(?![/\\])[\x21-\x7e]*$/.test(from) ? from : "/") as Route;
}

const NOT_KEPT = { "cache-control": "no-store" };

/** Leads on: a browser by itself, and our script by a word. */
const leadTo = (to: string, { isByScript }: Posted): NextResponse =>
  isByScript
    ? NextResponse.json({ to }, { headers: NOT_KEPT })
    : new NextResponse(null, { status: 303, headers: { ...NOT_KEPT, location: to } });

/** The page of a refused form, which shows it again. */
async function showAgain(state: FormState, posted: Posted): Promise<NextResponse> {
  const id = await putRefusedAside({ form: posted.name, state });
  const [path = "/", query = ""] = posted.page.split("?");
  const shown = new URLSearchParams(query);
  shown.set(REFUSED, id);
  return leadTo(`${path}?${shown}`, posted);
}

/** A sentence for our script, which has the form still; for a browser, the page with the form as it was typed. */
function say(status: number, state: FormState, posted: Posted): Promise<NextResponse> | NextResponse {
  if (!posted.isByScript) return showAgain(state, posted);
  const response = NextResponse.json({ message: state.message }, { status, headers: NOT_KEPT });
  if (status === 503) response.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  return response;
}

const statusOf = (hindrance: Hindrance): number => (hindrance === "full" ? 507 : 503);

async function answered(answer: FormAnswer, request: Request, posted: Posted): Promise<Response> {
  if (answer.kind === "refused") {
    return answer.hindrance === null
      ? showAgain(answer.state, posted)
      : say(statusOf(answer.hindrance), answer.state, posted);
  }
  const response = leadTo(answer.to, posted);
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
  const isByScript = request.headers.has(BY_SCRIPT);
  const [, , name = "", ...of] = path.split("/").map(decodedPart);
  const posted: Posted = { path, name, of, page: pageIn(searchParams), isByScript, m };
  const refuse = (status: 400 | 403, title: string, lead: string) =>
    isByScript
      ? NextResponse.json({ message: lead }, { status, headers: NOT_KEPT })
      : plainPage(language, { status, title, lead, link: { href: posted.page, text: m.reading.backToForm } });
  if (!isOwnForm(request.headers, getSettings().origin)) {
    return refuse(403, m.reading.foreign, m.form.foreign);
  }
  const form = await readPostedForm(request, LIMITS);
  if (form.ok) return handle(request, form.value, posted);
  if (form.error.kind === "broken" || form.error.read === null) {
    return refuse(400, m.reading.broken, m.reading.brokenLead);
  }
  return say(413, asTyped(form.error.read, m.form.tooLarge), posted);
}

/** Answers a form that was posted to an address of its own, by a browser or by our script. */
export const answerPosted = Object.assign(answerForm, {
  operations: Object.values(FORMS).map(({ operation }) => operation),
});
