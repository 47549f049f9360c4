import type { z } from "zod";
import type { ZonedMoment } from "#db/change/moment.ts";
import type { Refusal } from "#db/change/refusal.ts";
import type { Reader, Writer } from "#db/store.ts";
import type { Result } from "#domain/result.ts";
import type { FieldError } from "./field-error.ts";

/** Who may do something. Nothing asks for it yet: everybody may do everything. */
export type Role = "anyone" | "contributor" | "judge";

/** What an operation works with besides what it is asked, and the records, which know who asks. */
export interface OperationContext {
  readonly moment: ZonedMoment;
  /** Whether pages of others are fetched here. */
  readonly fetches: boolean;
}

/**
 * Why an operation was not carried out. Nothing has been stored.
 *
 * - `busy`: too much of this kind waits already, and it can be asked for again;
 * - `pages-not-read`: no pages are fetched here, and this one is not known.
 */
export type OperationRefusal<Current> =
  | Exclude<Refusal<Current>, { readonly kind: "invalid" }>
  | { readonly kind: "invalid"; readonly faults: readonly FieldError[] }
  | { readonly kind: "busy"; readonly with: "links" | "texts" }
  | { readonly kind: "pages-not-read" };

/** What is published of every operation. */
export interface Operation<
  Address extends z.ZodObject = z.ZodObject,
  Input extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  /** What it does, as a verb: `giveVerdict`. Published, so it stays. */
  readonly name: string;
  readonly kind: "read" | "change";
  readonly needs: Role;
  /** The parts of its address that vary. */
  readonly address: Address;
  readonly input: Input;
  /** Where the input stands: what does not fit into an address is sent as a body. */
  readonly from: "query" | "body";
  /** Makes JSON of the record that `run` gives. */
  readonly answer: Answer;
  /** Makes JSON of what stands in the way of a change; nothing stands in the way of reading. */
  readonly current?: z.ZodType;
}

type Run<
  Database,
  Address extends z.ZodType,
  Input extends z.ZodType,
  Answer extends z.ZodType,
  Current extends z.ZodType,
> = (
  database: Database,
  address: z.output<Address>,
  input: z.output<Input>,
  context: OperationContext,
) => Promise<Result<z.input<Answer>, OperationRefusal<z.input<Current>>>>;

/** Something that is asked of the records and changes none of them. */
export interface ReadOperation<Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>
  extends Operation<Address, Input, Answer> {
  readonly kind: "read";
  readonly run: Run<Reader, Address, Input, Answer, z.ZodNull>;
}

/** Something that changes the records. It runs in one transaction, in which its answer is read as well. */
export interface ChangeOperation<
  Address extends z.ZodObject,
  Input extends z.ZodType,
  Answer extends z.ZodType,
  Current extends z.ZodType,
> extends Operation<Address, Input, Answer> {
  readonly kind: "change";
  readonly current: Current;
  /** A visit to a page may be due by it: whoever keeps pages is told, once it is stored. */
  readonly asksForVisits: boolean;
  readonly run: Run<Writer, Address, Input, Answer, Current>;
}

type Defaulted<Described, Field extends keyof Described> = Omit<Described, Field | "kind"> &
  Partial<Pick<Described, Field>>;

export const read = <Address extends z.ZodObject, Input extends z.ZodType, Answer extends z.ZodType>(
  described: Defaulted<ReadOperation<Address, Input, Answer>, "from">,
): ReadOperation<Address, Input, Answer> => ({ from: "query", ...described, kind: "read" });

export const change = <
  Address extends z.ZodObject,
  Input extends z.ZodType,
  Answer extends z.ZodType,
  Current extends z.ZodType,
>(
  described: Defaulted<ChangeOperation<Address, Input, Answer, Current>, "from" | "asksForVisits">,
): ChangeOperation<Address, Input, Answer, Current> => ({
  from: "body",
  asksForVisits: false,
  ...described,
  kind: "change",
});
