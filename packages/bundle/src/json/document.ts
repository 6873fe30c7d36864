import { parseStrict } from "./parse.ts";
import type { JsonOptions, JsonResult } from "./problem.ts";
import { decodeUtf8, firstBadByte } from "./utf8.ts";

/** A JSON document: the result of reading it, and its text for `locate`. */
export interface DocumentResult extends JsonResult {
  /** With the BOM, if there is one. Undefined when the bytes are not UTF-8. */
  readonly text: string | undefined;
}

/**
 * Reads the bytes of a JSON document: strict UTF-8 first, then {@link parseStrict}.
 *
 * @throws only when the text is longer than the platform's strings can be; limit the size of what you read.
 */
export function parseDocument(
  bytes: Uint8Array,
  options: Omit<JsonOptions, "decoded"> = {},
): DocumentResult {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return { ...parseStrict(text, { ...options, decoded: true }), text };
  const offset = Math.max(0, firstBadByte(bytes));
  const byte = bytes[offset]?.toString(16).toUpperCase().padStart(2, "0") ?? "??";
  const message = `Byte 0x${byte} at offset ${offset} is not part of valid UTF-8`;
  return {
    value: undefined,
    problems: [{ code: "invalid-utf8", message, offset, pointer: "" }],
    omitted: 0,
    text: undefined,
  };
}
