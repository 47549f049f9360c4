import { err, ok, type Result } from "../result.ts";

/**
 * A step asked of a forecast's verdict. `replaces` names the verdict that the judge saw standing, null when they
 * saw none: two judges who saw the same page cannot both succeed.
 */
export type VerdictStep =
  | { readonly kind: "give"; readonly replaces: string | null }
  | { readonly kind: "withdraw"; readonly verdict: string };

/** What the step does to the record: nothing is edited, the standing verdict only ends. */
export type VerdictChange =
  | { readonly kind: "given" }
  | { readonly kind: "replaced"; readonly ends: string }
  | { readonly kind: "withdrawn"; readonly ends: string };

/**
 * Whether a step is legal, given the id of the verdict that stands (null: none).
 *
 * At most one verdict stands. It is replaced or withdrawn by naming it; naming another, or giving one unseen
 * beside it, is refused. Withdrawing leaves none: an earlier verdict never comes back.
 *
 * @returns the change, or "other-verdict-stands" (the caller says which, null for none)
 * @example decideVerdictStep(null, { kind: "give", replaces: null }) // ok({ kind: "given" })
 * @example decideVerdictStep("b", { kind: "withdraw", verdict: "a" }) // err("other-verdict-stands")
 */
export function decideVerdictStep(
  standing: string | null,
  step: VerdictStep,
): Result<VerdictChange, "other-verdict-stands"> {
  switch (step.kind) {
    case "give":
      if (step.replaces !== standing) return err("other-verdict-stands");
      return ok(standing === null ? { kind: "given" } : { kind: "replaced", ends: standing });
    case "withdraw":
      if (step.verdict !== standing) return err("other-verdict-stands");
      return ok({ kind: "withdrawn", ends: step.verdict });
    default:
      return step satisfies never;
  }
}
