import { parseDocument, SourceError } from "@flow-bundle/bundle";
import type { JsonOptions, JsonResult } from "@flow-bundle/bundle";
import type { Check } from "@flow-bundle/schema";
import type { FindingInput } from "./finding.ts";
import { jsonFinding, jsonRule, omittedFinding, schemaFinding } from "./problems.ts";
import { withBytes } from "./read-large.ts";
import type { Validation } from "./validation.ts";

/** How to read a document. */
export interface DocumentOptions {
  /** Return the bytes as well: for large documents they are better forgotten as soon as they were parsed. */
  readonly keepBytes?: boolean;
  /** How it is parsed. Default: {@link parseDocument}. */
  readonly parse?: (bytes: Uint8Array, options: JsonOptions) => JsonResult;
  /** Another way to read and parse it, tried first; undefined when it does not work out. */
  readonly shortcut?: () => Promise<JsonResult | undefined>;
}

/** A document that was read and parsed. */
export interface ReadDocument {
  readonly value: unknown;
  readonly bytes?: Uint8Array;
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
  options: DocumentOptions = {},
): Promise<{ document?: ReadDocument; failed?: string; missing?: true }> {
  const entry = validation.entries.get(file);
  if (entry === undefined) return { missing: true };
  if (entry.type === "link") return { failed: "bundle/link" };
  if (entry.type !== "file") return { failed: "bundle/special-file" };
  let parsed: ParsedFile;
  try {
    parsed = await parseFile(validation, file, entry.bytes, options);
  } catch (error) {
    return { failed: reportUnreadable(validation, file, error) };
  }
  validation.progress(entry.bytes);
  const { value, problems, omitted } = parsed.result;
  let failed: string | undefined;
  for (const problem of problems) {
    const rule = jsonRule(problem.code);
    const severity = validation.findings.add(rule, jsonFinding(problem, { file }));
    if (severity === "error" && isFatal(problem.code)) failed ??= rule;
  }
  const last = problems.at(-1);
  if (omitted > 0 && last !== undefined) {
    validation.findings.add(jsonRule(last.code), omittedFinding(omitted, { file }));
  }
  if (value === undefined) failed ??= "json/syntax";
  if (failed !== undefined) return { failed };
  const { bytes } = parsed;
  return { document: bytes === undefined ? { value } : { value, bytes } };
}

interface ParsedFile {
  readonly result: JsonResult;
  readonly bytes?: Uint8Array;
}

async function parseFile(
  { source, limits, jsonOptions }: Validation,
  file: string,
  size: number,
  { keepBytes = false, parse = parseDocument, shortcut }: DocumentOptions,
): Promise<ParsedFile> {
  const most = limits.documentBytes;
  const found = size <= most ? await shortcut?.() : undefined;
  if (found !== undefined) return { result: found };
  if (!keepBytes) {
    const use = (bytes: Uint8Array): JsonResult => parse(bytes, jsonOptions);
    return { result: await withBytes(source, file, size, most, use) };
  }
  const bytes = await source.read(file, most);
  return { result: parse(bytes, jsonOptions), bytes };
}

/** Reads a document and checks it against its schema; errors of either make it unusable. */
export async function checkDocument<T>(
  validation: Validation,
  file: string,
  check: Check,
  options?: DocumentOptions,
): Promise<CheckedDocument<T>> {
  const { document, failed, missing } = await readDocument(validation, file, options);
  if (missing) return { missing };
  if (document === undefined) return failed === undefined ? {} : { failed };
  const { value, ...rest } = document;
  const bad = checkValue(validation, value, check, { file });
  return bad === undefined ? { ...rest, value: value as T } : { ...rest, failed: bad };
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
      if (!validation.unreadable.has(file)) {
        validation.unreadable.add(file);
        validation.findings.add("bundle/unreadable", { file, message: error.message });
      }
      return "bundle/unreadable";
  }
}

function isFatal(code: string): boolean {
  return (
    code === "syntax" ||
    code === "invalid-utf8" ||
    code === "depth-limit" ||
    code === "size-limit" ||
    code === "duplicate-key"
  );
}
