"use client";

import { useEffect, useRef, useState } from "react";
import { fillEmpty, followForm, textIn } from "./offered-field.tsx";

export interface Filling {
  readonly name: string;
  readonly value: string;
}

/**
 * Takes over all that is offered for fields which are empty, in one go. It is there while there is something to take.
 */
export function TakeAll({ offers, text }: { offers: readonly Filling[]; text: string }) {
  const place = useRef<HTMLSpanElement>(null);
  const [empty, setEmpty] = useState(0);
  useEffect(
    () =>
      followForm(place.current, (form) =>
        setEmpty(offers.filter(({ name }) => textIn(form, name)?.trim() === "").length),
      ),
    [offers],
  );
  const take = () => {
    const form = place.current?.closest("form");
    if (form) for (const { name, value } of offers) fillEmpty(form, name, value);
  };
  return (
    <span className="take-all" ref={place}>
      {empty > 0 && (
        <button className="button" type="button" onClick={take}>
          {text}
        </button>
      )}
    </span>
  );
}
