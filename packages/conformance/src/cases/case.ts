import type { CaseDocument } from "../generated/types.ts";
import type { Operation } from "../mutate/operation.ts";

/** What an implementation is asked to be. */
export type Role = CaseDocument["role"];

/** Every role. */
export const roles = ["reader", "validator", "producer"] as const satisfies readonly Role[];

/** A case, written by hand or expanded from a family; see `spec/conformance/case.schema.json`. */
export interface Case extends Omit<CaseDocument, "bundle"> {
  readonly bundle?: { readonly base: string; readonly mutation?: readonly Operation[] };
  /** Where it is written down, below `fixtures/conformance/`. */
  readonly file: string;
}

/** A file of the corpus that cannot be used; `problems` says all of what is wrong with it. */
export class CorpusError extends Error {
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super([`${file}:`, ...problems].join("\n  "));
    this.name = "CorpusError";
    this.problems = problems;
  }
}
