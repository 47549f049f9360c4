import type { Route } from "next";
import type { z } from "zod";
import { fieldsIn, parseWith } from "#operations/fields.ts";
import type { ChangeOperation, Operation } from "#operations/operation.ts";
import { contextNow } from "../operation-context.ts";
import { type FormShape, shapeOf } from "../parse/form-shape.ts";
import { nudgeKeeper } from "../process/keeper.ts";
import { type Answer, answerForm, type FormAnswer, type FormPlace } from "./answer-form.ts";

/** What answers a form that was posted. */
export type FormHandler = (form: FormData, at: FormPlace) => Promise<FormAnswer>;

/** What a form adds to the operation that it asks for. */
interface OperationForm<Input, Made> extends Pick<Answer<Input, Made>, "tell" | "tellRungs" | "differences"> {
  /** Its fields; all that the operation takes where they are left out. */
  readonly shape?: FormShape;
  /** The operation's input, of what the form sends; the same where it is left out. */
  readonly input?: (typed: { readonly [field: string]: unknown }, of: readonly string[]) => unknown;
  /** Where what was made is to be seen. */
  readonly saved: (made: Made, asked: { readonly input: Input; readonly of: readonly string[] }) => Route;
}

/** The parts of an address by their names: a form's address has them in the order in which the operation lists them. */
const addressOf = <Address extends z.ZodObject>(address: Address, of: readonly string[]): z.output<Address> =>
  address.parse(Object.fromEntries(Object.keys(address.shape).map((name, place) => [name, of[place] ?? ""])));

/** A form with the operation that it asks for. */
interface OperationHandler extends FormHandler {
  readonly operation: Operation;
  readonly shape: FormShape;
}

/** The form of an operation: an adapter, as a route of the API is one. */
export function operationForm<
  Address extends z.ZodObject,
  Input extends z.ZodType,
  Made extends z.ZodType,
  Current extends z.ZodType,
>(
  operation: ChangeOperation<Address, Input, Made, Current>,
  { shape = shapeOf(operation.input), input, saved, ...form }: OperationForm<z.output<Input>, z.input<Made>>,
): OperationHandler {
  const handle: FormHandler = (sent, at) => {
    let asked: z.output<Input>;
    return answerForm<z.output<Input>, z.input<Made>>(sent, at, {
      ...form,
      shape,
      parse: (typed) =>
        parseWith(operation.input, input === undefined ? typed : input(fieldsIn(typed), at.of)),
      change: (tx, draft) => {
        asked = draft;
        return operation.run(tx, addressOf(operation.address, at.of), draft, contextNow());
      },
      address: (made) => saved(made, { input: asked, of: at.of }),
      ...(operation.asksForVisits && { onSaved: nudgeKeeper }),
    });
  };
  return Object.assign(handle, { operation, shape });
}
