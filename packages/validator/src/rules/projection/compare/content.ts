import { toDocument } from "@flow-bundle/bundle";
import type { ArtifactReference } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { perBundle } from "./per-bundle.ts";

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

/** Texts by digest. Many steps of a run say the same, and hashing is most of what comparing a step costs. */
class KnownTexts {
  readonly #bySha256 = new Map<string, string>();
  #room = 1024 * 1024;

  get(sha256: string): string | undefined {
    return this.#bySha256.get(sha256);
  }

  add(sha256: string, text: string): void {
    if (text.length > 4096 || text.length + sha256.length > this.#room) return;
    this.#room -= text.length + sha256.length;
    this.#bySha256.set(sha256, text);
  }
}

const knownTexts = perBundle(() => new KnownTexts());

/** The text that a reference is known to stand for, because it was hashed before. */
export function knownText(ctx: BundleContext, { sha256 }: ArtifactReference): string | undefined {
  return knownTexts(ctx).get(sha256);
}

async function isTextOf(
  ctx: BundleContext,
  text: string,
  reference: ArtifactReference,
): Promise<boolean> {
  if (knownText(ctx, reference) === text) return true;
  if (!(await hasDigest(ctx, encode(text), reference))) return false;
  knownTexts(ctx).add(reference.sha256, text);
  return true;
}

/** The text of an artifact. `guess`, the text that a projection shows for it, usually saves reading it. */
export async function textContent(
  ctx: BundleContext,
  reference: ArtifactReference,
  guess: unknown,
): Promise<Content> {
  if (typeof guess === "string" && (await isTextOf(ctx, guess, reference))) {
    return { value: guess };
  }
  if (!isReadable(ctx, reference)) return "unknown";
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
  if (!isReadable(ctx, reference)) return "unknown";
  return (await ctx.artifactJson(reference.path)) ?? "not-json";
}

/** UTF-8, with U+FFFD for lone surrogates. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * How many bytes of artifacts may still be read because a projection shows something else. Hostile projections could
 * name a large artifact a hundred thousand times, with a wrong text each time; what is wrong with the first ones is told.
 */
const toBeRead = perBundle((ctx) => {
  let left = 64 * 1024 * 1024;
  for (const { bytes } of ctx.artifactFiles.values()) left += 4 * bytes;
  return { left };
});

/** True when the file is what the reference says, and not too large. */
function isReadable(ctx: BundleContext, { path, sha256 }: ArtifactReference): boolean {
  const file = ctx.artifactFiles.get(path);
  if (file?.sha256 !== sha256 || file.bytes > ctx.limits.documentBytes) return false;
  const budget = toBeRead(ctx);
  budget.left -= file.bytes;
  return budget.left >= 0;
}
