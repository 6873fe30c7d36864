import type { ArtifactReference, EventType, TraceEvent } from "@flow-bundle/schema";

const inOutcome = [
  "promptArtifact",
  "rawResponseArtifact",
  "stdoutArtifact",
  "stderrArtifact",
  "outputArtifact",
  "errorArtifact",
];

/**
 * Where payloads hold references, by event type. The order decides when one event is the first to name several
 * artifacts; that of the arguments of an action comes before all.
 */
const fieldsByType: ReadonlyMap<string, readonly string[]> = new Map<EventType, readonly string[]>([
  ["run_started", ["inputArtifact"]],
  ["run_failed", ["errorArtifact"]],
  ["run_timed_out", ["errorArtifact"]],
  ["run_resumed", ["outputArtifact"]],
  ["node_outcome", inOutcome],
  ["acp_prompt_prepared", ["promptArtifact"]],
  ["acp_response_parsed", ["rawResponseArtifact"]],
  ["action_prepared", []],
  ["action_completed", ["stdoutArtifact", "stderrArtifact"]],
  ["session_bound", ["bindingArtifact"]],
  ["artifact_written", ["artifact"]],
]);

/** Calls `note` with every artifact reference that the type of an event defines. */
export function eachReference(
  { type, payload }: TraceEvent,
  note: (reference: ArtifactReference) => void,
): void {
  const fields = fieldsByType.get(type);
  if (fields === undefined) return;
  const members = payload as { readonly [key: string]: unknown };
  const action = members["action"] as { readonly argsArtifact?: unknown } | undefined;
  if (hasAction(type) && isReference(action?.argsArtifact)) note(action.argsArtifact);
  for (const field of fields) {
    const reference = members[field];
    if (isReference(reference)) note(reference);
  }
}

function hasAction(type: string): boolean {
  return type === "node_outcome" || type === "action_prepared" || type === "action_completed";
}

/** False for what stands in a bundle of 1.0 under a name that only 1.1 defines, and is something else. */
export function isReference(value: unknown): value is ArtifactReference {
  if (typeof value !== "object" || value === null) return false;
  const { path, mediaType, sha256 } = value as { readonly [key: string]: unknown };
  return typeof path === "string" && typeof mediaType === "string" && typeof sha256 === "string";
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
