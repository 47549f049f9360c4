"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { useField } from "../../forms/action-form.tsx";
import { TextField } from "../../forms/fields.tsx";

/** The text in a field of a form; undefined where there is no such field. */
export function textIn(form: HTMLFormElement, name: string): string | undefined {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : undefined;
}

/** Puts a text into a field of a form that is empty. What was typed is never written over. */
export function fillEmpty(form: HTMLFormElement, name: string, text: string): void {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return;
  if (field.value.trim() !== "") return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Tells of every change in the form around an element, and once at the start. */
export function followForm(inside: Element | null, tell: (form: HTMLFormElement) => void): () => void {
  const form = inside?.closest("form");
  if (!form) return () => {};
  const follow = () => tell(form);
  follow();
  form.addEventListener("input", follow);
  return () => form.removeEventListener("input", follow);
}

export interface OfferShown {
  readonly value: string;
  /** The value as a person reads it. */
  readonly text: string;
  /** Whose word it is, before it. */
  readonly from: string;
  /** What is said where the field has it. */
  readonly taken: string;
  readonly take: string;
}

/** What is offered for a field. While the field is empty, a button takes it over. */
function OfferLine({ name, offer, first }: { name: string; offer: OfferShown; first: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  const { id, typed } = useField(name);
  const [held, setHeld] = useState(typeof typed === "string" ? typed : first);
  const [isScripted, setScripted] = useState(false);
  useEffect(() => {
    setScripted(true);
    return followForm(line.current, (form) => setHeld(textIn(form, name) ?? ""));
  }, [name]);
  const take = () => {
    const form = line.current?.closest("form");
    if (form) fillEmpty(form, name, offer.value);
  };
  return (
    <p className="offer" id={`${id}-offer`} ref={line}>
      {held === offer.value ? (
        offer.taken
      ) : (
        <>
          {offer.from} <span className="said">{offer.text}</span>
          {isScripted && held.trim() === "" && (
            <button className="button small" type="button" aria-describedby={`${id}-offer`} onClick={take}>
              {offer.take}
            </button>
          )}
        </>
      )}
    </p>
  );
}

/**
 * A field of which its page says something. It begins with that where nothing was typed before; what becomes known
 * later stands beside it, and goes in when somebody takes it.
 */
export function OfferedField({
  name,
  offer,
  value = "",
  ...field
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  type?: "text" | "date";
  offer: OfferShown | null;
}) {
  const [first] = useState(value.trim() === "" ? (offer?.value ?? "") : value);
  return (
    <TextField
      {...field}
      name={name}
      value={first}
      beside={offer && <OfferLine name={name} offer={offer} first={first} />}
    />
  );
}
