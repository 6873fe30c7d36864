import type { JsonProblem, JsonProblemCode } from "@flow-bundle/bundle";
import type { SchemaProblem } from "@flow-bundle/schema";
import type { FindingInput } from "./finding.ts";

const jsonRules: Readonly<Record<JsonProblemCode, string>> = {
  "invalid-utf8": "json/encoding",
  bom: "json/bom",
  syntax: "json/syntax",
  "duplicate-key": "json/duplicate-key",
  depth: "json/depth",
  "depth-limit": "limits/depth",
  "size-limit": "limits/document-size",
  "number-range": "json/number-range",
  "lone-surrogate": "json/lone-surrogate",
};

const jsonHints: Partial<Record<JsonProblemCode, string>> = {
  "duplicate-key": "readers disagree on which of the two counts; write each key once",
  bom: "write the file without the three bytes EF BB BF",
  "number-range": "write the number as a string, or keep it within ±9007199254740991",
  "lone-surrogate": "replace it by U+FFFD before writing",
  "depth-limit": "the limit can be raised with --max-depth",
};

/** The rule that a problem of a JSON text belongs to. */
export function jsonRule(code: JsonProblemCode): string {
  return jsonRules[code];
}

/** A problem of a JSON text as a finding; `place` tells where the text stands. */
export function jsonFinding(
  problem: JsonProblem,
  place: { readonly file: string; readonly line?: number; readonly byteOffset?: number },
): FindingInput {
  const hint = jsonHints[problem.code];
  const pointed =
    problem.code !== "syntax" && problem.code !== "invalid-utf8" && problem.code !== "bom";
  return {
    ...place,
    message: problem.message,
    ...(pointed
      ? { pointer: problem.pointer, textOffset: problem.offset }
      : { textOffset: problem.offset }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** A problem that a schema found as a finding. */
export function schemaFinding(
  problem: SchemaProblem,
  place: Omit<FindingInput, "message" | "pointer" | "expected" | "actual">,
): FindingInput {
  const { message, pointer, expected, actual, instead, keyword } = problem;
  const near = instead === undefined ? {} : { hint: `did you mean \`${instead}\`?` };
  // Of a wrong name the right one is all there is to say: its value is no fault.
  if (keyword === "not") return { ...place, message, pointer, at: "key", ...near };
  return {
    ...place,
    message,
    pointer,
    ...near,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

/** Says how many more problems a text has than were listed, as a finding of the last one's rule. */
export function omittedFinding(
  omitted: number,
  place: { readonly file: string; readonly line?: number; readonly byteOffset?: number },
): FindingInput {
  return {
    ...place,
    message: `${omitted} more problems of this text are not listed`,
    hint: "mend the listed ones first",
  };
}

/** What can be said of an event whatever its type is. */
const ofEveryType: ReadonlySet<string> = new Set([
  "trace/scope",
  "trace/envelope",
  "trace/timestamp",
  "trace/wrong-name",
]);

/**
 * Of the problems of an event those that do not follow from others: where scope and type do not go together, nobody
 * knows of which type the event is, and what else its type asks for says nothing.
 */
export function leadingProblems(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const isOther = problems.some(
    ({ ruleId, pointer, actual }) =>
      ruleId === "trace/scope" && pointer === "/scope" && typeof actual === "string",
  );
  return isOther ? problems.filter(({ ruleId }) => ofEveryType.has(ruleId)) : problems;
}
