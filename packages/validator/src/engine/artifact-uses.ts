import type { ArtifactReference, TraceEvent } from "@flow-bundle/schema";
import type { ArtifactUse } from "./context.ts";
import type { TraceLine } from "./rule.ts";

/** Where an event may hold a reference. */
interface Place {
  readonly keys: readonly string[];
  readonly pointer: string;
  /** The last key. */
  readonly role: string;
}

function place(...keys: readonly string[]): Place {
  return { keys, pointer: `/${keys.join("/")}`, role: keys.at(-1) ?? "" };
}

/** Where events hold references, by event type. */
const places: ReadonlyMap<string, readonly Place[]> = new Map([
  ["run_started", [place("payload", "inputArtifact")]],
  ["run_failed", [place("payload", "errorArtifact")]],
  ["run_timed_out", [place("payload", "errorArtifact")]],
  ["run_resumed", [place("payload", "outputArtifact")]],
  ["acp_prompt_prepared", [place("payload", "promptArtifact")]],
  ["acp_response_parsed", [place("payload", "rawResponseArtifact")]],
  ["action_prepared", [place("payload", "action", "argsArtifact")]],
  [
    "action_completed",
    [
      place("payload", "action", "argsArtifact"),
      place("payload", "stdoutArtifact"),
      place("payload", "stderrArtifact"),
    ],
  ],
  ["session_bound", [place("payload", "bindingArtifact")]],
  ["artifact_written", [place("payload", "artifact")]],
  [
    "node_outcome",
    [
      place("payload", "promptArtifact"),
      place("payload", "rawResponseArtifact"),
      place("payload", "action", "argsArtifact"),
      place("payload", "stdoutArtifact"),
      place("payload", "stderrArtifact"),
      place("payload", "outputArtifact"),
      place("payload", "errorArtifact"),
    ],
  ],
]);

/** A reference that an event carries, with the pointer to it and the key that holds it. */
export interface PlacedReference {
  readonly reference: ArtifactReference;
  readonly pointer: string;
  readonly role: string;
}

/** Finds the references in an event of this type; undefined when events of the type carry none. */
export function referenceFinder(
  type: string,
): ((event: TraceEvent) => readonly PlacedReference[]) | undefined {
  const own = places.get(type);
  return own && ((event) => referencesAt(event, own));
}

function referencesAt(event: TraceEvent, own: readonly Place[]): readonly PlacedReference[] {
  const found: PlacedReference[] = [];
  for (const { keys, pointer, role } of own) {
    let value: unknown = event;
    for (const key of keys) {
      if (typeof value !== "object" || value === null) break;
      value = (value as Record<string, unknown>)[key];
    }
    if (isReference(value)) found.push({ reference: value, pointer, role });
  }
  return found;
}

/** Gathers the first use of each artifact in each role; memory grows with artifacts, not with events. */
export class ArtifactUses {
  readonly list: ArtifactUse[] = [];
  readonly #byPath = new Map<string, ArtifactUse[]>();

  add({ event, line, references }: TraceLine): void {
    for (const { reference, pointer, role } of references) {
      const known = this.#byPath.get(reference.path);
      if (known?.some((use) => use.role === role && isSame(use.reference, reference)) === true)
        continue;
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
      if (known === undefined) this.#byPath.set(reference.path, [use]);
      else if (known.length < maxUsesOfOneFile) known.push(use);
      else continue;
      this.list.push(use);
    }
  }
}

/** A hostile trace may claim a new size for the same file in each line: so many are looked at. */
const maxUsesOfOneFile = 64;

/** False for what stands in a bundle of 1.0 under a name that only 1.1 defines, and is something else. */
function isReference(value: unknown): value is ArtifactReference {
  if (typeof value !== "object" || value === null) return false;
  const { path, mediaType, sha256 } = value as { readonly [key: string]: unknown };
  return typeof path === "string" && typeof mediaType === "string" && typeof sha256 === "string";
}

function isSame(a: ArtifactReference, b: ArtifactReference): boolean {
  return a.sha256 === b.sha256 && a.bytes === b.bytes && a.mediaType === b.mediaType;
}
