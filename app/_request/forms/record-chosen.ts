import { recordChosen } from "#db/forecasts/from-text.ts";
import { err, ok, type Result } from "#domain/result.ts";
import type { Messages } from "#messages/en.ts";
import type { FieldError } from "#operations/field-error.ts";
import { candidateKey } from "../../_ui/sources/field-names.ts";
import { routes, withQuery } from "../../_words/routes.ts";
import { pageContext } from "../page-context.ts";
import { type ChosenBody, chosenShape, parseChosen } from "../parse/chosen-form.ts";
import { type ReadingAsked, readSourceText } from "../texts/source-reading.ts";
import { voicesOf } from "../texts/voices.ts";
import { answerReadForm, type FormRefusal } from "./answer-form.ts";
import type { FormHandler } from "./operation-form.ts";
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
export const recordChosenForm: FormHandler = (form, at) => {
  const [source = ""] = at.of;
  const wanted = askedIn(at.page);
  return answerReadForm<ChosenBody, readonly { readonly slug: string }[]>(form, at, async () => {
    const reading = await readSourceText(await pageContext(), source, wanted);
    if (reading?.text === null && reading.why === "too-busy") return err((m: Messages) => m.reading.busy);
    const found = reading === undefined || reading.text === null ? null : reading;
    const shown = found?.shown ?? [];
    const query = new URLSearchParams({ saved: "forecasts-from-text" });
    if (wanted.typed !== "") query.set("typed", wanted.typed);
    let onward = false;
    const next = found?.next ?? null;
    return ok({
      shape: chosenShape(shown, voicesOf(shown, "", []).length),
      parse: (body): Result<ChosenBody, readonly FieldError[]> =>
        found === null
          ? err([{ field: "take", code: "gone-from-text" }])
          : parseChosen(body as Parameters<typeof parseChosen>[0], { source, saidOn: found.saidOn, shown }),
      change: async (
        tx,
        { by, keys, goesOn, ...chosen },
        moment,
      ): Promise<Result<readonly { slug: string }[], FormRefusal>> => {
        const made = await recordChosen(tx, chosen, { by }, moment);
        onward = goesOn;
        if (made.ok) return made;
        const { error } = made;
        if (error.kind !== "some-invalid") return err(error);
        const faults = error.of.flatMap(({ place, faults }) =>
          faults.map((fault): FieldError => ({ ...fault, field: `${keys[place]}.${fault.field}` })),
        );
        return err({ kind: "invalid", faults });
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
  });
};
