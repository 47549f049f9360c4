import type { z } from "zod";
import type { KeyReused } from "#db/change/once.ts";
import { putAside } from "#db/forecasts/typed-texts.ts";
import type { TypedText } from "#db/schema/tables.ts";
import type { NamedRecord } from "#db/sources/create.ts";
import { ok } from "#domain/result.ts";
import type { OperationRefusal } from "#operations/operation.ts";
import { takeText } from "#operations/taken-texts.ts";
import { FRESH } from "../../_words/form-state.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { cookieOptions, isSecure, NAME_COOKIE } from "../actor.ts";
import { currentMoment } from "../clock.ts";
import { contextNow } from "../operation-context.ts";
import { readSourceForm, type SourceForm } from "../parse/source-form.ts";
import { storeForRequest } from "../process/store.ts";
import type { RefusedForm } from "./refused-forms.ts";
import { isSentByScript, leadTo } from "./sent-answer.ts";
import { changeOnce, sentAs } from "./sent-as.ts";

/** The name under which the form is put aside, to be shown again. */
export const SOURCE_TEXT = "source-text";

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

/** As many faults, and as much of the name of a field, as a form of ours can have: a hostile one has more. */
const MOST_FAULTS = 50;
const MOST_NAME = 100;

/** The address of the form with what was typed and what is wrong, which were put aside for it. */
async function shownAgain(form: SourceForm, { faults, hindrance }: Pick<TypedText, "faults" | "hindrance">) {
  const store = await storeForRequest();
  const values = form.typed;
  const told = faults
    .slice(0, MOST_FAULTS)
    .map((fault) => ({ ...fault, field: fault.field.slice(0, MOST_NAME) }));
  const typed = await store.write((tx) =>
    putAside(tx, { values, faults: told, hindrance }, currentMoment().now),
  );
  const query = new URLSearchParams({ ...(form.source === "" ? {} : { source: form.source }), typed });
  return withQuery("/sources/new", query);
}

/** The form again with a sentence, and with what was typed as far as it was read. */
export const asRead = (typed: SourceForm["typed"], message: string): RefusedForm => ({
  form: SOURCE_TEXT,
  state: { ...FRESH, attempt: 1, values: typed, message },
});

/** Takes in a form of a source and its text, and leads to the forecasts in it; or to the form again. */
export async function answerSourceForm(request: Request, sent: FormData): Promise<Response> {
  const byScript = isSentByScript(request);
  const form = await readSourceForm(sent);
  const { parsed, typed } = form;
  if (!parsed.ok) {
    return leadTo(await shownAgain(form, { faults: parsed.error, hindrance: null }), byScript, false);
  }
  const context = contextNow();
  const key = sentAs(sent, new URL(request.url).pathname, typed);
  const taken = await (await storeForRequest()).write((tx) =>
    changeOnce(tx, key, context.moment.now, async () => {
      const made = await takeText.run(tx, {}, parsed.value, context);
      return made.ok ? ok(addressOf(made.value)) : made;
    }),
  );
  if (!taken.ok) {
    return leadTo(await shownAgain(form, refusalOf(taken.error)), byScript, false);
  }
  const response = leadTo(taken.value.answer.location ?? "/sources", byScript, true);
  const { by } = parsed.value;
  if (by !== null) response.cookies.set(NAME_COOKIE, by, cookieOptions(isSecure(request.headers)));
  return response;
}
