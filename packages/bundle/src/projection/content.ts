import type { ArtifactReference, ViewValue } from "@flow-bundle/schema";
import type { AttemptState } from "../fold/state.ts";
import { fits } from "./limit.ts";
import type { ProjectionResolver } from "./resolver.ts";

/** The value as projections repeat it, or undefined when it is too large, not available or neither text nor JSON. */
export function repeatedValue(
  value: ViewValue | null,
  resolver: ProjectionResolver,
  limit: number,
): { readonly value: unknown } | undefined {
  if (value === null) return undefined;
  const found = "inline" in value ? value.inline : artifactValue(value.artifact, resolver, limit);
  return found === undefined || !fits(found, limit) ? undefined : { value: found };
}

function artifactValue(
  reference: ArtifactReference,
  resolver: ProjectionResolver,
  limit: number,
): unknown {
  if (reference.mediaType === "application/json") return resolver.json(reference);
  return isRepeatableText(reference, limit) ? resolver.text(reference) : undefined;
}

/** The text as projections repeat it, else null. */
export function repeatedText(
  references: readonly (ArtifactReference | undefined)[],
  resolver: ProjectionResolver,
  limit: number,
): string | null {
  let text = "";
  for (const reference of references) {
    if (reference === undefined || !isRepeatableText(reference, limit)) return null;
    const part = resolver.text(reference);
    if (part === undefined) return null;
    text += part;
  }
  return fits(text, limit) ? text : null;
}

/** False without looking at the content: JSON of a text is never shorter than the text. */
export function isRepeatableText({ mediaType, bytes }: ArtifactReference, limit: number): boolean {
  return mediaType === "text/plain" && (bytes ?? 0) <= limit;
}

/** The artifacts whose texts together are `rawText`: the answer of an agent, or the two outputs of a command. */
export function rawArtifacts({
  receipts,
}: AttemptState): readonly (ArtifactReference | undefined)[] {
  if (receipts.rawResponseArtifact !== undefined) return [receipts.rawResponseArtifact];
  return [receipts.stdoutArtifact, receipts.stderrArtifact];
}
