import type { ArtifactReference } from "@flow-bundle/schema";
import type { BundleContext } from "../engine/context.ts";
import { digestName } from "./artifact/digest.ts";

/**
 * True when a reference names a file of the bundle, with the digest of its name. One that does not is a fault of its own
 * (artifact/missing, artifact/reference-digest): what else does not fit it is no other.
 */
export function isSound({ entries }: BundleContext, { path, sha256 }: ArtifactReference): boolean {
  return entries.has(path) && (digestName.exec(path)?.[1] ?? sha256) === sha256;
}

/** True when two references mean the same file, as much of it as was captured, or one of them is not sound. */
export function isSameFile(
  ctx: BundleContext,
  expected: ArtifactReference,
  actual: ArtifactReference,
): boolean {
  const isSame =
    actual.path === expected.path && (actual.truncated === true) === (expected.truncated === true);
  return isSame || !isSound(ctx, expected) || !isSound(ctx, actual);
}
