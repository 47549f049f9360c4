"use client";

import { useEffect, useRef, useState } from "react";
import { useSent } from "../form/action-form.tsx";

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

/**
 * The window that the words for the time give, shown while they are typed, and without script when the form comes
 * back. Reading the words is left to the server: here they are only sent.
 */
export function WindowPreview({
  lines,
  read,
  prefix = "",
  given,
}: {
  lines: readonly string[];
  read: (typed: Typed) => Promise<readonly string[]>;
  /** What its field's name begins with, where a form has several. */
  prefix?: string;
  /** What the form does not ask. */
  given?: Omit<Typed, "horizon" | "negative">;
}) {
  const box = useRef<HTMLDivElement>(null);
  const { notes } = useSent();
  const [told, setTold] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let newest = 0;
    const follow = ({ target }: Event) => {
      const name = target instanceof Element ? target.getAttribute("name") : null;
      const isAsked = given === undefined && (name === "lang" || name === "saidOn" || name === "quote");
      if (name !== `${prefix}horizon` && name !== `${prefix}negative` && !isAsked) return;
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
    form.addEventListener("input", follow);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", follow);
    };
  }, [read, prefix, given]);
  return (
    <div className="rule-box" ref={box} aria-live="polite" data-window>
      {(told ?? notes[`${prefix}horizon`] ?? lines).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
