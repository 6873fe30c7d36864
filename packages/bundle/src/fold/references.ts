import type { ArtifactReference, TraceEvent } from "@flow-bundle/schema";

/** Where payloads hold references. The order decides when one event is the first to name several artifacts. */
const fields = [
  "inputArtifact",
  "artifact",
  "bindingArtifact",
  "promptArtifact",
  "rawResponseArtifact",
  "stdoutArtifact",
  "stderrArtifact",
  "outputArtifact",
  "errorArtifact",
] as const;

type Payload = { readonly [Field in (typeof fields)[number]]?: ArtifactReference } & {
  readonly action?: { readonly argsArtifact?: ArtifactReference };
};

/** Calls `note` with every artifact reference in the payload of an event of a known type. */
export function eachReference(
  event: TraceEvent,
  note: (reference: ArtifactReference) => void,
): void {
  const payload = event.payload as Payload;
  const args = payload.action?.argsArtifact;
  if (args !== undefined) note(args);
  for (const field of fields) {
    const reference = payload[field];
    if (reference !== undefined) note(reference);
  }
}

/** True when two references say the same, unknown members included. */
export function sameReference(one: ArtifactReference, other: ArtifactReference): boolean {
  let members = 0;
  for (const key in other) {
    if (other[key as keyof ArtifactReference] !== one[key as keyof ArtifactReference]) return false;
    members++;
  }
  for (const _ in one) members--;
  return members === 0;
}
