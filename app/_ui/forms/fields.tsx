import type { ReactNode } from "react";
import { withoutUnseen } from "#domain/unseen.ts";
import { Woven } from "../text/isolated.tsx";
import { useField, useSent } from "./action-form.tsx";

function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="hint" id={`${id}-hint`}>
      {children}
    </p>
  );
}

function Fault({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <Woven>{error}</Woven>
    </p>
  );
}

const textOf = (typed: string | readonly string[] | undefined, fallback: string): string =>
  typeof typed === "string" ? typed : fallback;

/** A field for a text, a link or a day; with `rows`, for several lines. */
export function TextField({
  name,
  label,
  hint,
  value = "",
  type = "text",
  rows,
  autoComplete = "off",
  beside,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  type?: "text" | "date" | "url";
  rows?: number;
  autoComplete?: string;
  /** What stands with the field, below it. */
  beside?: ReactNode;
}) {
  const { id, typed, error, invalid, describedBy } = useField(name);
  const shared = {
    id,
    name,
    // A line begins without what it would be refused for, as what was recorded long ago may have.
    defaultValue: textOf(typed, rows === undefined ? withoutUnseen(value) : value),
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      {rows === undefined ? (
        <input
          type={type}
          dir={type === "date" ? undefined : "auto"}
          autoComplete={autoComplete}
          {...shared}
        />
      ) : (
        <textarea rows={rows} dir="auto" {...shared} />
      )}
      {beside}
      <Fault id={id} error={error} />
    </div>
  );
}

/**
 * The revision of the record that the form was rendered with. A refused form keeps it, whatever was changed meanwhile,
 * until its sender was told of the change.
 */
export function SeenRevision({ of }: { of: { readonly revision: number } }) {
  const { typed } = useField("revision");
  return <input type="hidden" name="revision" value={textOf(typed, "") || String(of.revision)} />;
}

/** A field for a file. What was chosen cannot be put back: a browser keeps it to itself. */
export function FileField({
  name,
  label,
  hint,
  accept,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  accept: readonly string[];
}) {
  const { id, error, invalid, describedBy } = useField(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      <input
        type="file"
        id={id}
        name={name}
        accept={accept.join(",")}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
      <Fault id={id} error={error} />
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: ReactNode;
  readonly means?: ReactNode;
}

/** A choice of one, or of several. */
export function ChoiceField({
  name,
  legend,
  hint,
  choices,
  value = [],
  several = false,
  stacked = several,
}: {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  choices: readonly Choice[];
  value?: readonly string[];
  several?: boolean;
  stacked?: boolean;
}) {
  const { id, typed, error, describedBy } = useField(name);
  const chosen = typed === undefined ? value : [typed].flat();
  return (
    <fieldset className="field" id={id} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      <Hint id={id}>{hint}</Hint>
      <div className={stacked ? "choices stacked" : "choices"}>
        {choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input
              type={several ? "checkbox" : "radio"}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
            />
            <span>
              {choice.text}
              {choice.means !== undefined && <span className="means"> {choice.means}</span>}
            </span>
          </label>
        ))}
      </div>
      <Fault id={id} error={error} />
    </fieldset>
  );
}

/** A single tick. */
export function TickField({
  name,
  label,
  hint,
  ticked = false,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Before anything was typed. */
  ticked?: boolean;
}) {
  const { id, typed, error, invalid, describedBy } = useField(name);
  return (
    <div className="field">
      <label className="choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name={name}
          value="yes"
          defaultChecked={typed === undefined ? ticked : typed === "yes"}
          aria-invalid={invalid}
          aria-describedby={describedBy}
        />
        <span>{label}</span>
      </label>
      <Hint id={id}>{hint}</Hint>
      <Fault id={id} error={error} />
    </div>
  );
}

/** A choice of one among many. */
export function SelectField({
  name,
  label,
  hint,
  value = "",
  choices,
  place,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  choices: readonly { readonly value: string; readonly text: string; readonly lang?: string }[];
  /** Which of several of the same name it is, counted from 0. */
  place?: number;
}) {
  const { id: own, typed, error, invalid, describedBy } = useField(name);
  const id = place === undefined ? own : `${own}-${place}`;
  const chosen = place === undefined || typeof typed === "string" ? typed : typed?.[place];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Hint id={id}>{hint}</Hint>
      <select
        id={id}
        name={name}
        defaultValue={textOf(chosen, value)}
        aria-invalid={invalid}
        aria-describedby={place === undefined ? describedBy : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.text}
          </option>
        ))}
      </select>
      {place === undefined && <Fault id={id} error={error} />}
    </div>
  );
}

/** One of several texts of the same name. */
export function RepeatedField({
  name,
  place,
  label,
  value = "",
}: {
  name: string;
  place: number;
  label: ReactNode;
  value?: string;
}) {
  const { id, typed } = useField(name);
  const own = typeof typed === "string" ? undefined : typed?.[place];
  return (
    <div className="field">
      <label htmlFor={`${id}-${place}`}>{label}</label>
      <input
        id={`${id}-${place}`}
        name={name}
        dir="auto"
        autoComplete="off"
        defaultValue={textOf(own, value)}
      />
    </div>
  );
}

/** What is wrong with a part of the form that has several fields. */
export function GroupFault({ name }: { name: string }) {
  const { id, error } = useField(name);
  return (
    <div id={id} className="group-fault">
      <Fault id={id} error={error} />
    </div>
  );
}

/** Fields that few need, folded away until there is something in them or wrong with them. */
export function FoldedFields({
  title,
  names,
  open = false,
  prefilled = false,
  children,
}: {
  title: ReactNode;
  names: readonly string[];
  open?: boolean;
  /** There is something in them from the start, so that only a fault unfolds them. */
  prefilled?: boolean;
  children: ReactNode;
}) {
  const { errors, values } = useSent();
  const isUsed = names.some(
    (name) => errors.some(([field]) => field === name) || (!prefilled && (values[name] ?? "") !== ""),
  );
  return (
    <details className="quiet-details" open={open || isUsed}>
      <summary>{title}</summary>
      <div className="folded">{children}</div>
    </details>
  );
}
