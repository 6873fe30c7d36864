import type { ArtifactReference, TraceEvent } from "@flow-bundle/schema";
import type { ArtifactUse } from "./context.ts";

/** Where events keep references, by event type: JSON Pointer segments and the role (the last one). */
const places: Readonly<Record<string, readonly (readonly string[])[]>> = {
  run_started: [["payload", "inputArtifact"]],
  run_failed: [["payload", "errorArtifact"]],
  run_timed_out: [["payload", "errorArtifact"]],
  run_resumed: [["payload", "outputArtifact"]],
  acp_prompt_prepared: [["payload", "promptArtifact"]],
  acp_response_parsed: [["payload", "rawResponseArtifact"]],
  action_prepared: [["payload", "action", "argsArtifact"]],
  action_completed: [
    ["payload", "action", "argsArtifact"],
    ["payload", "stdoutArtifact"],
    ["payload", "stderrArtifact"],
  ],
  session_bound: [["payload", "bindingArtifact"]],
  artifact_written: [["payload", "artifact"]],
  node_outcome: [
    ["payload", "promptArtifact"],
    ["payload", "rawResponseArtifact"],
    ["payload", "action", "argsArtifact"],
    ["payload", "stdoutArtifact"],
    ["payload", "stderrArtifact"],
    ["payload", "outputArtifact"],
    ["payload", "errorArtifact"],
  ],
};

/** A reference that an event carries, with the pointer to it and the key that holds it. */
export interface PlacedReference {
  readonly reference: ArtifactReference;
  readonly pointer: string;
  readonly role: string;
}

const none: readonly PlacedReference[] = Object.freeze([]);

/** The references of one event. */
export function referencesOf(event: TraceEvent): readonly PlacedReference[] {
  const paths = Object.hasOwn(places, event.type) ? places[event.type] : undefined;
  if (paths === undefined) return none;
  const found: PlacedReference[] = [];
  for (const path of paths) {
    let value: unknown = event;
    for (const key of path) {
      if (typeof value !== "object" || value === null) break;
      value = (value as Record<string, unknown>)[key];
    }
    if (typeof value !== "object" || value === null) continue;
    found.push({ reference: value as ArtifactReference, pointer: `/${path.join("/")}`, role: path.at(-1) ?? "" });
  }
  return found;
}

/** Gathers the first use of each artifact in each role; memory grows with artifacts, not with events. */
export class ArtifactUses {
  readonly list: ArtifactUse[] = [];
  readonly #byPath = new Map<string, ArtifactUse[]>();

  add(event: TraceEvent, line: number): void {
    for (const { reference, pointer, role } of referencesOf(event)) {
      const known = this.#byPath.get(reference.path);
      if (known?.some((use) => use.role === role && isSame(use.reference, reference)) === true) continue;
      const attemptId = "attemptId" in event ? event.attemptId : undefined;
      const use: ArtifactUse = {
        reference,
        line,
        seq: event.seq,
        pointer,
        eventType: event.type,
        role,
        ...(typeof attemptId === "string" ? { attemptId } : {}),
      };
      this.list.push(use);
      if (known === undefined) this.#byPath.set(reference.path, [use]);
      else if (known.length < maxUsesOfOneFile) known.push(use);
    }
  }
}

/** A hostile trace may claim a new size for the same file in each line. */
const maxUsesOfOneFile = 64;

function isSame(a: ArtifactReference, b: ArtifactReference): boolean {
  return a.sha256 === b.sha256 && a.bytes === b.bytes && a.mediaType === b.mediaType;
}
