import { err, type Result } from "#domain/result.ts";
import { recordChosenForecasts } from "#operations/chosen-forecasts.ts";
import type { FieldError } from "#operations/field-error.ts";
import { fieldsIn } from "#operations/fields.ts";
import { candidateKey } from "../../_ui/sources/field-names.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { contextNow } from "../operation-context.ts";
import { pageContext } from "../page-context.ts";
import { type ChosenBody, chosenShape, parseChosen } from "../parse/chosen-form.ts";
import { type ReadingAsked, readSourceText } from "../texts/source-reading.ts";
import { voicesOf } from "../texts/voices.ts";
import { asTyped, type FormRefusal } from "./form-refusal.ts";
import { answerForm, type FormHandler } from "./operation-form.ts";
import { readTypedWords, typedIn } from "./typed-words.ts";

/** The address of the next sentences, without what it need not say. */
const onwardTo = ({ typed, saidOn }: ReadingAsked, next: number) =>
  Object.entries({ typed, saidOn, skip: String(next), saved: "forecasts-from-text" }).filter(
    ([, value]) => value !== "",
  );

/** Which part of the text was shown, and of which text, in the address of the page that the form stands on. */
function askedIn(page: string): ReadingAsked {
  const query = new URLSearchParams(page.split("?")[1] ?? "");
  const text = (name: string) => query.get(name) ?? "";
  return { typed: text("typed"), saidOn: text("saidOn"), skip: text("skip") };
}

/** Puts the sentences that were chosen from a source's text on record, all of them or none. */
const answerChosen: FormHandler = async (form, at) => {
  const [source = ""] = at.of;
  const wanted = askedIn(at.page);
  const context = await pageContext();
  const reading = await readSourceText(context, source, wanted);
  if (reading?.text === null && reading.why === "too-busy") {
    return { kind: "refused", state: asTyped(form, context.m.reading.busy), hindrance: null };
  }
  const found = reading === undefined || reading.text === null ? null : reading;
  const shown = found?.shown ?? [];
  const query = new URLSearchParams({ saved: "forecasts-from-text" });
  if (wanted.typed !== "") query.set("typed", wanted.typed);
  let onward = false;
  const next = found?.next ?? null;
  return answerForm<ChosenBody, unknown>(form, at, {
    shape: chosenShape(shown, voicesOf(shown, []).length),
    parse: (body): Result<ChosenBody, readonly FieldError[]> =>
      found === null
        ? err([{ field: "take", code: "gone-from-text" }])
        : parseChosen(fieldsIn(body), { saidOn: found.saidOn, shown }),
    change: async (tx, { chosen, goesOn, named }): Promise<Result<unknown, FormRefusal>> => {
      onward = goesOn;
      const made = await recordChosenForecasts.run(tx, { slug: source }, chosen, contextNow());
      if (made.ok || made.error.kind !== "invalid") return made;
      return err({ kind: "invalid", faults: made.error.faults.map(named) });
    },
    address: () =>
      onward && next !== null
        ? withQuery(routes.sourceRead(source), new URLSearchParams(onwardTo(wanted, next)))
        : withQuery(routes.source(source), query),
    tell: (sent, m, language) =>
      Object.fromEntries(
        shown.map((candidate) => {
          const name = `${candidateKey(candidate)}.horizon`;
          const lang = candidate.sentence.language === "en" ? "en" : "zh-Hant";
          const quote = candidate.sentence.text;
          const typed = {
            horizon: typedIn(sent, name),
            lang,
            saidOn: found?.saidOn ?? "",
            quote,
            negative: typedIn(sent, `${candidateKey(candidate)}.negative`),
          };
          return [name, readTypedWords(typed, m, language)];
        }),
      ),
  });
};

export const recordChosenForm = Object.assign(answerChosen, { operation: recordChosenForecasts });
