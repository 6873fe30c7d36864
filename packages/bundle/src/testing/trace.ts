import type { ArtifactReference, TraceEvent } from "@flow-bundle/schema";
import { createFold } from "../fold/fold.ts";
import type { Fold } from "../fold/fold.ts";

/** What a test says about an event: the builder adds `seq`, `at`, `runId` and `scope`. */
export interface EventSketch {
  readonly type: string;
  readonly payload?: object;
  readonly nodeId?: string;
  readonly attemptId?: string;
  readonly sessionId?: string;
}

const scopes: readonly [RegExp, string][] = [
  [/^run_/, "run"],
  [/^node_/, "node"],
  [/^acp_/, "acp"],
  [/^action_/, "action"],
  [/^session_/, "session"],
  [/^artifact_/, "artifact"],
];

/** Whole events from sketches: `seq` from 1, one second between two. */
export function trace(...sketches: EventSketch[]): TraceEvent[] {
  return sketches.map(({ type, payload = {}, ...ids }, index) => {
    const at = new Date(Date.UTC(2026, 2, 2, 9, 0, index)).toISOString();
    const scope = scopes.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
    return { seq: index + 1, at, runId: "run-1", scope, type, ...ids, payload } as TraceEvent;
  });
}

/** A fold of sketched events. */
export function folded(version: "1.0" | "1.1", ...sketches: EventSketch[]): Fold {
  const fold = createFold({ version });
  for (const event of trace(...sketches)) fold.apply(event);
  return fold;
}

/** A reference to an artifact that is made up from `name`. */
export function reference(name: string, mediaType = "text/plain", bytes = 10): ArtifactReference {
  const sha256 = Buffer.from(name).toString("hex").padEnd(64, "0").slice(0, 64);
  const extension = mediaType === "text/plain" ? "txt" : "json";
  return { path: `artifacts/sha256-${sha256}.${extension}`, mediaType, bytes, sha256 };
}

/** run_started. */
export function begin(): EventSketch {
  const payload = { flowName: "flow", inputArtifact: reference("input", "application/json") };
  return { type: "run_started", payload };
}

/** node_started. */
export function start(nodeId: string, attemptId: string, nodeType = "compute"): EventSketch {
  const payload = { nodeType, timeoutMs: 0, statusDetail: `Running ${nodeId}` };
  return { type: "node_started", nodeId, attemptId, payload };
}

/** An ok node_outcome, unless `more` says otherwise. */
export function outcome(nodeId: string, attemptId: string, more: object = {}): EventSketch {
  const payload = { nodeType: "compute", outcome: "ok", durationMs: 1, error: null, ...more };
  return { type: "node_outcome", nodeId, attemptId, payload };
}

/** A failed node_outcome. */
export function failure(nodeId: string, attemptId: string, more: object = {}): EventSketch {
  return outcome(nodeId, attemptId, { outcome: "failed", error: "It failed", ...more });
}
