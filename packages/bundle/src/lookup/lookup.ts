import { parseDocument } from "../json/document.ts";
import { decodeUtf8, firstBadByte } from "../json/utf8.ts";
import { SourceError } from "../source/source.ts";
import type { BundleSource, SourceErrorCode } from "../source/source.ts";

/** What was looked up, or why there is none. `message` is a sentence without a final full stop. */
export type Lookup<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: LookupFailure; readonly message: string };

/** Why a lookup found nothing usable. */
export type LookupFailure = SourceErrorCode | "invalid-utf8" | "not-json";

/** How large a file may be, in bytes, unless an option says otherwise. */
export const defaultMaxLookupBytes = 64 * 1024 * 1024;

/** See {@link readBytes}. */
export interface LookupOptions {
  /** Larger files are refused (`too-large`). Default 64 MiB. */
  readonly maxBytes?: number;
}

/** A file of the bundle as bytes. Only faults of the bundle become a failed lookup; others are thrown. */
export async function readBytes(
  source: BundleSource,
  path: string,
  options: LookupOptions = {},
): Promise<Lookup<Uint8Array>> {
  try {
    return { ok: true, value: await source.read(path, options.maxBytes ?? defaultMaxLookupBytes) };
  } catch (error) {
    if (error instanceof SourceError) {
      return { ok: false, code: error.code, message: error.message };
    }
    throw error;
  }
}

/** A file of the bundle as text: strict UTF-8, a BOM stays. */
export async function readText(
  source: BundleSource,
  path: string,
  options?: LookupOptions,
): Promise<Lookup<string>> {
  const bytes = await readBytes(source, path, options);
  if (!bytes.ok) return bytes;
  const text = decodeUtf8(bytes.value);
  if (text !== undefined) return { ok: true, value: text };
  const message = `It is not UTF-8: the first bad byte is at offset ${firstBadByte(bytes.value)}`;
  return { ok: false, code: "invalid-utf8", message };
}

/**
 * A file of the bundle as a JSON value. Duplicate keys and the like do not make it fail, as every reader has to cope
 * with them; a BOM does not either. The value is not checked against any schema.
 */
export async function readJson(
  source: BundleSource,
  path: string,
  options?: LookupOptions,
): Promise<Lookup<unknown>> {
  const bytes = await readBytes(source, path, options);
  if (!bytes.ok) return bytes;
  const { value, problems } = parseDocument(bytes.value, { maxProblems: 1 });
  if (value !== undefined) return { ok: true, value };
  const problem = problems.at(-1);
  const code = problem?.code === "invalid-utf8" ? "invalid-utf8" : "not-json";
  return { ok: false, code, message: problem?.message ?? "It is not JSON" };
}
