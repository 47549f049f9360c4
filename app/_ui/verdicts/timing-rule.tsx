"use client";

import { useEffect, useRef, useState } from "react";

export interface RuleBand {
  readonly from: string;
  /** Null: without end. */
  readonly to: string | null;
  readonly text: React.ReactNode;
}

/**
 * What the day of a verdict makes of it, with the forecast's own days. With script, the line that the typed day
 * falls under is marked; days are ISO text, so they compare as text.
 */
export function TimingRule({
  title,
  bands,
  field,
}: {
  title: string;
  bands: readonly RuleBand[];
  field: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [on, setOn] = useState("");
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    const follow = () => {
      const input = form.elements.namedItem(field);
      if (input instanceof HTMLInputElement) setOn(input.value);
    };
    follow();
    form.addEventListener("input", follow);
    return () => form.removeEventListener("input", follow);
  }, [field]);
  return (
    <div className="rule-box" ref={box} aria-live="polite">
      <b>{title}</b>
      <ul>
        {bands.map(({ from, to, text }) => (
          <li
            key={from}
            aria-current={on !== "" && on >= from && (to === null || on <= to) ? "date" : undefined}
          >
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
