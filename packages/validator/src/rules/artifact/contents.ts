import type { BundleContext } from "../../engine/context.ts";
import type { ArtifactUse } from "../../engine/context.ts";

/** The first use of each artifact with a media type, where the file is there and intact. */
export function* intactArtifacts(ctx: BundleContext, mediaType: string): Iterable<ArtifactUse> {
  const seen = new Set<string>();
  for (const use of ctx.artifactUses) {
    const { reference } = use;
    if (reference.mediaType !== mediaType || seen.has(reference.path)) continue;
    seen.add(reference.path);
    if (ctx.artifactFiles.get(reference.path)?.sha256 === reference.sha256) yield use;
  }
}
