"use client";

import { useEffect, useRef, useState } from "react";
import type { FieldNote } from "../../../_words/form-state.ts";
import { useSent } from "../../forms/action-form.tsx";
import { ChoiceField } from "../../forms/fields.tsx";

/** How long nothing has to be typed before the words are read. */
const PAUSE_MS = 300;

export interface Typed {
  readonly horizon: string;
  readonly lang: string;
  readonly saidOn: string;
  /** What the words have to stand in. */
  readonly quote: string;
  /** Whether the claim is of what will not happen: "yes", "no", or blank for as the words say. */
  readonly negative: string;
}

/** What the choice between several ways to read is called. */
export interface ReadingWords {
  readonly legend: string;
  readonly neither: string;
}

/** Whether a control holds something else than it was served with: what was typed before script came. */
const isChanged = (control: Element): boolean =>
  (control instanceof HTMLInputElement &&
    (control.value !== control.defaultValue || control.checked !== control.defaultChecked)) ||
  (control instanceof HTMLTextAreaElement && control.value !== control.defaultValue);

/**
 * The window that the words for the time give, shown while they are typed, and without script when the form comes
 * back. Reading the words is left to the server: here they are only sent.
 */
export function WindowPreview({
  served,
  read,
  words,
  chosen = "",
  prefix = "",
  given,
}: {
  /** What is told of the words that the form begins with. */
  served: FieldNote;
  read: (typed: Typed) => Promise<FieldNote>;
  words: ReadingWords;
  /** Which way to read them is on record. */
  chosen?: string;
  /** What its field's name begins with, where a form has several. */
  prefix?: string;
  /** What the form does not ask. */
  given?: Omit<Typed, "horizon" | "negative">;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { notes } = useSent();
  const [told, setTold] = useState<FieldNote | null>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest = 0;
    const isFollowed = (control: EventTarget | null): control is Element => {
      const name = control instanceof Element ? control.getAttribute("name") : null;
      const isAsked = given === undefined && (name === "lang" || name === "saidOn" || name === "quote");
      return name === `${prefix}horizon` || name === `${prefix}negative` || isAsked;
    };
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        newest += 1;
        const asked = newest;
        const values = new FormData(form);
        const value = (field: string) => String(values.get(field) ?? "");
        try {
          const answer = await read({
            horizon: value(`${prefix}horizon`),
            lang: given?.lang ?? value("lang"),
            saidOn: given?.saidOn ?? value("saidOn"),
            quote: given?.quote ?? value("quote"),
            negative: value(`${prefix}negative`),
          });
          if (asked === newest) setTold(answer);
        } catch {
          // The words are read again when the form is sent.
        }
      }, PAUSE_MS);
    };
    const followTyped = ({ target }: Event) => isFollowed(target) && follow();
    form.addEventListener("input", followTyped);
    if ([...form.elements].some((control) => isFollowed(control) && isChanged(control))) follow();
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", followTyped);
    };
  }, [read, prefix, given]);
  const { lines, readings } = told ?? notes[`${prefix}horizon`] ?? served;
  return (
    <>
      <div className="rule-box" ref={box} aria-live="polite" data-window>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {readings.length > 0 && (
        <ChoiceField
          // Other ways to read are another choice.
          key={readings.map(({ value }) => value).join()}
          name={`${prefix}reading`}
          legend={words.legend}
          choices={[...readings, { value: "", text: words.neither }]}
          value={[chosen]}
          stacked
        />
      )}
    </>
  );
}
