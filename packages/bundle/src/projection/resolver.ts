import type { ArtifactReference, SessionBinding } from "@flow-bundle/schema";

/**
 * Content that projections repeat. It is asked while a projection is built, so it must be at hand: writers have it in
 * memory, others load it before with {@link prefetch}. Whatever is not available is undefined.
 */
export interface ProjectionResolver {
  /** Text of a `text/plain` artifact, decoded as UTF-8 with a byte order mark kept. */
  text(reference: ArtifactReference): string | undefined;
  /** Value of an `application/json` artifact. */
  json(reference: ArtifactReference): unknown;
  /** The session's binding.json. */
  binding(sessionId: string): SessionBinding | undefined;
}

/** True for the session of a single attempt: `sessionBindings` has the others only. */
export function isIsolated({ handle, key }: SessionBinding): boolean {
  return handle === "isolated" && key.startsWith("isolated::");
}
