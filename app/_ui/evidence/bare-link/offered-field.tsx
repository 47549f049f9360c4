import type { ReactNode } from "react";
import { useField } from "../../forms/action-form.tsx";
import { TextField } from "../../forms/fields.tsx";
import { Isolated } from "../../text/isolated.tsx";

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

/** What is offered for a field. With script (app/_script/offers.ts) a button takes it over while the field is empty. */
function OfferLine({ name, offer, first }: { name: string; offer: OfferShown; first: string }) {
  const { id, typed } = useField(name);
  const isTaken = (typeof typed === "string" ? typed : first) === offer.value;
  return (
    <p className="offer" id={`${id}-offer`} data-offer={name} data-value={offer.value}>
      <span data-taken hidden={!isTaken}>
        {offer.taken}
      </span>
      <span data-open hidden={isTaken}>
        {offer.from}{" "}
        <span className="said">
          <Isolated>{offer.text}</Isolated>
        </span>
      </span>
      <button className="button small" type="button" aria-describedby={`${id}-offer`} data-take hidden>
        {offer.take}
      </button>
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
  const first = value.trim() === "" ? (offer?.value ?? "") : value;
  return (
    <TextField
      {...field}
      name={name}
      value={first}
      beside={<div data-renewed={name}>{offer && <OfferLine name={name} offer={offer} first={first} />}</div>}
    />
  );
}
