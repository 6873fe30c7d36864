import { toDocument } from "@flow-bundle/bundle";
import type { ArtifactReference } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";

/**
 * What an artifact holds: a value; or `not-json` for an artifact that ought to hold JSON; or `unknown` when the file is
 * missing, damaged or too large to look at (which other rules tell).
 */
export type Content = { readonly value: unknown } | "not-json" | "unknown";

/** True when bytes have the digest of a reference: then the file need not be read. */
export async function hasDigest(
  ctx: BundleContext,
  bytes: Uint8Array,
  { sha256 }: ArtifactReference,
): Promise<boolean> {
  const hasher = ctx.source.sha256();
  hasher.update(bytes);
  return (await hasher.hex()) === sha256;
}

/** The text of an artifact. `guess`, the text that a projection shows for it, usually saves reading it. */
export async function textContent(
  ctx: BundleContext,
  reference: ArtifactReference,
  guess: unknown,
): Promise<Content> {
  if (typeof guess === "string" && (await hasDigest(ctx, encode(guess), reference))) {
    return { value: guess };
  }
  if (!isIntact(ctx, reference)) return "unknown";
  const value = await ctx.artifactText(reference.path);
  return value === undefined ? "unknown" : { value };
}

/** The JSON value of an artifact; `guess` as in {@link textContent}. */
export async function jsonContent(
  ctx: BundleContext,
  reference: ArtifactReference,
  guess: unknown,
): Promise<Content> {
  if (guess !== undefined && (await hasDigest(ctx, encode(toDocument(guess)), reference))) {
    return { value: guess };
  }
  if (!isIntact(ctx, reference)) return "unknown";
  return (await ctx.artifactJson(reference.path)) ?? "not-json";
}

/** UTF-8, with U+FFFD for lone surrogates. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isIntact(ctx: BundleContext, { path, sha256 }: ArtifactReference): boolean {
  const file = ctx.artifactFiles.get(path);
  return file?.sha256 === sha256 && file.bytes <= ctx.limits.documentBytes;
}
