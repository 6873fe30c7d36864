import type { BaselineDocument, CheckResult } from "../generated/types.ts";
import { shapeProblems } from "../protocol/shape.ts";

/** Identifier of baselines. */
export const baselineSchema: BaselineDocument["schema"] = "flow-run-bundle.conformance-baseline.v1";

/** Results after a baseline was applied, and what about the baseline itself does not fit. */
export interface Applied {
  readonly results: readonly CheckResult[];
  readonly shortcomings: readonly string[];
}

/**
 * Reads a baseline.
 *
 * @throws {Error} with what is wrong with it.
 */
export function parseBaseline(text: string, role: string): BaselineDocument {
  const value = JSON.parse(text) as BaselineDocument;
  const problems = shapeProblems("baseline", value);
  if (problems.length > 0) throw new Error(problems.join("; "));
  if (value.role !== role) throw new Error(`it is for a ${value.role}, and this is a ${role}`);
  return value;
}

/**
 * Marks failures that are listed as known. One that says something else now stays a failure, and one that passes is an
 * unexpected pass. Entries of cases that did not run are left alone; entries that no check knows are a shortcoming.
 */
export function applyBaseline(
  results: readonly CheckResult[],
  { known }: BaselineDocument,
  knownCases: ReadonlySet<string>,
): Applied {
  const entries = new Map(known.map((entry) => [key(entry), entry]));
  const used = new Set<string>();
  const ran = new Set(results.map(({ caseId }) => caseId));
  const marked = results.map((result): CheckResult => {
    const entry = entries.get(key(result));
    if (entry === undefined || result.status === "not-applicable") return result;
    used.add(key(result));
    const { reason } = entry;
    if (result.status === "pass") {
      const message = `it passes now; the baseline lists it: ${entry.message}`;
      return { ...result, status: "unexpected-pass", message, reason };
    }
    if (result.message === entry.message) return { ...result, status: "known-failure", reason };
    return {
      ...result,
      detail: `the baseline lists it with another message: ${entry.message}`,
      reason,
    };
  });
  const shortcomings = known
    .filter((entry) => !used.has(key(entry)))
    .flatMap((entry) => {
      const name = `${entry.caseId} ${entry.checkId}`;
      if (!knownCases.has(entry.caseId))
        return [`the baseline lists ${name}: there is no such case`];
      if (!ran.has(entry.caseId)) return [];
      return [`the baseline lists ${name}: the check says nothing about the case any more`];
    });
  return { results: marked, shortcomings };
}

function key({ caseId, checkId }: { readonly caseId: string; readonly checkId: string }): string {
  return `${caseId} ${checkId}`;
}
