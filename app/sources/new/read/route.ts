import { NextResponse } from "next/server";
import type { z } from "zod";
import type { KeyReused } from "#db/change/once.ts";
import { putAside } from "#db/forecasts/typed-texts.ts";
import type { TypedText } from "#db/schema/tables.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import { ok } from "#domain/result.ts";
import type { OperationRefusal } from "#operations/operation.ts";
import { takeText } from "#operations/taken-texts.ts";
import { cookieOptions, isSecure, NAME_COOKIE } from "../../../_request/actor.ts";
import { currentMoment } from "../../../_request/clock.ts";
import { readPostedForm } from "../../../_request/forms/posted-form.ts";
import { changeOnce, sentAs } from "../../../_request/forms/sent-as.ts";
import { contextNow } from "../../../_request/operation-context.ts";
import { isOwnForm } from "../../../_request/origin.ts";
import { currentLanguage, messagesIn } from "../../../_request/page-context.ts";
import { readSourceForm, type SourceForm } from "../../../_request/parse/source-form.ts";
import { getSettings } from "../../../_request/process/settings.ts";
import { getStore } from "../../../_request/process/store.ts";
import { failedForTheStore } from "../../../_request/unavailable.ts";
import { plainPage, unavailablePage } from "../../../_request/unavailable-page.ts";
import { routes, withQuery } from "../../../_words/routes.ts";

/** What the form is to show when it is rendered anew. */
function refusalOf(
  refusal: OperationRefusal<Pick<NamedRecord, "slug" | "title">> | KeyReused,
): Pick<TypedText, "faults" | "hindrance"> {
  if (refusal.kind === "key-reused") return { faults: [], hindrance: { code: "sent-before" } };
  if (refusal.kind === "invalid") return { faults: refusal.faults, hindrance: null };
  if (refusal.kind === "conflict" && refusal.current !== null) {
    const { code, current } = refusal;
    if (code === "source-exists" || code === "source-alike" || code === "text-kept-already") {
      return { faults: [], hindrance: { code, slug: current.slug, title: current.title } };
    }
  }
  throw new Error(`a source cannot be refused as ${refusal.kind}`);
}

/** Where a text that was taken in is read. */
const addressOf = ({ source, aside }: z.input<typeof takeText.answer>) =>
  withQuery(routes.sourceRead(source), aside === null ? null : new URLSearchParams({ typed: aside }));

const goTo = (address: string) => new NextResponse(null, { status: 303, headers: { location: address } });

/** As many faults, and as much of the name of a field, as a form of ours can have: a hostile one has more. */
const MOST_FAULTS = 50;
const MOST_NAME = 100;

/** The form again, with what was typed and what is wrong, which were put aside for it. */
async function renderAgain(form: SourceForm, { faults, hindrance }: Pick<TypedText, "faults" | "hindrance">) {
  const store = await getStore();
  const values = form.typed;
  const told = faults
    .slice(0, MOST_FAULTS)
    .map((fault) => ({ ...fault, field: fault.field.slice(0, MOST_NAME) }));
  const typed = await store.write((tx) =>
    putAside(tx, { values, faults: told, hindrance }, currentMoment().now),
  );
  const query = new URLSearchParams({ ...(form.source === "" ? {} : { source: form.source }), typed });
  return goTo(withQuery("/sources/new", query));
}

async function answerForm(request: Request, sent: FormData): Promise<Response> {
  const form = await readSourceForm(sent);
  const { parsed } = form;
  if (!parsed.ok) return renderAgain(form, { faults: parsed.error, hindrance: null });
  const context = contextNow();
  const key = sentAs(sent, "/sources/new/read", form.typed);
  const taken = await (await getStore()).write((tx) =>
    changeOnce(tx, key, context.moment.now, async () => {
      const made = await takeText.run(tx, {}, parsed.value, context);
      return made.ok ? ok(addressOf(made.value)) : made;
    }),
  );
  if (!taken.ok) return renderAgain(form, refusalOf(taken.error));
  const response = goTo(taken.value.answer.location ?? "/sources");
  const { by } = parsed.value;
  if (by !== null) response.cookies.set(NAME_COOKIE, by, cookieOptions(isSecure(request.headers)));
  return response;
}

/**
 * Takes a text of up to 5 MB with what is to be known of its source, and leads to the forecasts in it. A route of its
 * own, so that no other form has to take as much.
 */
async function answerPosted(request: Request): Promise<Response> {
  const language = await currentLanguage();
  const m = messagesIn(language);
  const link = { href: "/sources/new", text: m.reading.backToForm };
  if (!isOwnForm(request.headers, getSettings().origin)) {
    return plainPage(language, { status: 403, title: m.reading.foreign, lead: m.form.foreign, link });
  }
  const form = await readPostedForm(request);
  if (!form.ok) {
    const { tooLarge, tooLargeLead, broken, brokenLead } = m.reading;
    return form.error.kind === "too-large"
      ? plainPage(language, { status: 413, title: tooLarge, lead: tooLargeLead, link })
      : plainPage(language, { status: 400, title: broken, lead: brokenLead, link });
  }
  try {
    return await answerForm(request, form.value);
  } catch (error) {
    const hindrance = failedForTheStore(error);
    if (hindrance === null) throw error;
    return unavailablePage(language, hindrance);
  }
}

export const POST = Object.assign(answerPosted, { operations: [takeText] });
