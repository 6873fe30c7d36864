import { parseDocument, SourceError, type JsonResult } from "@flow-bundle/bundle";
import type { Check } from "@flow-bundle/schema";
import type { FindingInput } from "./finding.ts";
import { jsonFinding, jsonRule, omittedFinding, schemaFinding } from "./problems.ts";
import type { Validation } from "./validation.ts";

/** A document that was read: its bytes and, when it could be parsed, its value. */
export interface ReadDocument {
  readonly bytes: Uint8Array;
  readonly result: JsonResult;
}

/** What became of a document: `value` only when it is strict JSON and its schema found no error. */
export interface CheckedDocument<T> {
  readonly bytes?: Uint8Array;
  readonly value?: T;
  /** The finding's rule that makes the document unusable. */
  readonly failed?: string;
  readonly missing?: true;
}

/**
 * Reads and parses a JSON document. Problems become findings; `failed` names the rule that makes it unusable. A missing
 * file is no finding here: who asks knows whether it may be missing.
 */
export async function readDocument(
  validation: Validation,
  file: string,
): Promise<{ document?: ReadDocument; failed?: string; missing?: true }> {
  const entry = validation.entries.get(file);
  if (entry === undefined) return { missing: true };
  if (entry.type === "link") return { failed: "bundle/link" };
  if (entry.type !== "file") return { failed: "bundle/special-file" };
  let bytes: Uint8Array;
  try {
    bytes = await validation.source.read(file, validation.limits.documentBytes);
  } catch (error) {
    return { failed: reportUnreadable(validation, file, error) };
  }
  validation.progress(bytes.length);
  const result = parseDocument(bytes, validation.jsonOptions);
  let failed: string | undefined;
  for (const problem of result.problems) {
    const rule = jsonRule(problem.code);
    const severity = validation.findings.add(rule, jsonFinding(problem, { file }));
    if (severity === "error" && isFatal(problem.code)) failed ??= rule;
  }
  const last = result.problems.at(-1);
  if (result.omitted > 0 && last !== undefined) {
    validation.findings.add(jsonRule(last.code), omittedFinding(result.omitted, { file }));
  }
  if (result.value === undefined) failed ??= "json/syntax";
  return failed === undefined ? { document: { bytes, result } } : { failed };
}

/** Reads a document and checks it against its schema; errors of either make it unusable. */
export async function checkDocument<T>(
  validation: Validation,
  file: string,
  check: Check,
): Promise<CheckedDocument<T>> {
  const { document, failed, missing } = await readDocument(validation, file);
  if (missing) return { missing };
  if (document === undefined) return failed === undefined ? {} : { failed };
  const bad = checkValue(validation, document.result.value, check, { file });
  if (bad !== undefined) return { bytes: document.bytes, failed: bad };
  return { bytes: document.bytes, value: document.result.value as T };
}

/** Checks a value against its schema; returns the rule of the first error, or undefined when it can be used. */
export function checkValue(
  validation: Validation,
  value: unknown,
  check: Check,
  place: Omit<FindingInput, "message" | "pointer">,
): string | undefined {
  let bad: string | undefined;
  for (const problem of check(value)) {
    const severity = validation.findings.add(problem.ruleId, schemaFinding(problem, place));
    if (severity === "error") bad ??= problem.ruleId;
  }
  return bad;
}

/** Turns an error of the source into a finding and tells its rule; other errors are thrown on. */
export function reportUnreadable(validation: Validation, file: string, error: unknown): string {
  if (!(error instanceof SourceError)) throw error;
  switch (error.code) {
    case "link":
    case "outside":
      return "bundle/link";
    case "special":
    case "not-a-file":
      return "bundle/special-file";
    case "too-large":
      validation.findings.add("limits/document-size", {
        file,
        message: `The file is larger than the limit of ${validation.limits.documentBytes} bytes for a document`,
        hint: "the limit can be raised with --max-document-bytes",
      });
      return "limits/document-size";
    default:
      validation.findings.add("bundle/unreadable", { file, message: error.message });
      return "bundle/unreadable";
  }
}

function isFatal(code: string): boolean {
  return code === "syntax" || code === "invalid-utf8" || code === "depth-limit" || code === "duplicate-key";
}
