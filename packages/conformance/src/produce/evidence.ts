import { readArtifact, readJson, readText } from "@flow-bundle/bundle";
import type { BundleSource } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";

/** An object of a bundle whose shape nobody has checked. */
export type Loose = Readonly<Record<string, unknown>>;

/** An attempt as the trace shows it. */
export interface FoundAttempt {
  readonly attemptId: string;
  readonly nodeId: string;
  /** Payload of `node_started`. */
  readonly started: Loose;
  /** Payload of `node_outcome`; undefined while there is none. */
  readonly outcome: Loose | undefined;
  /** Types of its events, in order, without heartbeats and announcements of artifacts. */
  readonly events: readonly string[];
}

/** What a producer left: what the checks compare with what a case expects. */
export interface Evidence {
  /** Absolute path of the bundle. */
  readonly path: string;
  readonly source: BundleSource;
  readonly manifest: Loose;
  /** Version of the format by the manifest. */
  readonly version: string;
  readonly flow: unknown;
  readonly attempts: readonly FoundAttempt[];
  /** Events of the run itself, in order, of the types that are known. */
  readonly runEvents: readonly { readonly type: string; readonly payload: Loose }[];
  /** Handle of each session that was bound, by session id. */
  readonly handles: ReadonlyMap<string, unknown>;
}

/** Events of attempts but for those whose number depends on the machine or on sizes. */
const counted = new Set([
  "node_started",
  "node_outcome",
  "session_bound",
  "acp_prompt_prepared",
  "acp_response_parsed",
  "action_prepared",
  "action_completed",
]);

const runTypes = new Set([
  "run_started",
  "run_waiting",
  "run_resumed",
  "run_completed",
  "run_failed",
  "run_timed_out",
]);

/** Reads a bundle as far as the checks need it. Undefined when its manifest, flow or trace cannot be read. */
export async function readEvidence(path: string): Promise<Evidence | undefined> {
  const source = directorySource(path);
  const manifest = await readJson(source, "manifest.json");
  const flow = await readJson(source, "flow.json");
  const trace = await readText(source, "trace.ndjson");
  if (!manifest.ok || !flow.ok || !trace.ok || !isObject(manifest.value)) return undefined;
  const events = eventsOf(trace.value);
  if (events === undefined) return undefined;
  const { specVersion = "1.0" } = manifest.value;
  return {
    path,
    source,
    manifest: manifest.value,
    version: String(specVersion),
    flow: flow.value,
    attempts: attemptsOf(events),
    runEvents: events.filter(({ type }) => runTypes.has(type)),
    handles: new Map(
      events
        .filter(({ type }) => type === "session_bound")
        .map(({ payload }) => [String(payload["sessionId"]), payload["handle"]]),
    ),
  };
}

interface Event {
  readonly type: string;
  readonly nodeId?: unknown;
  readonly attemptId?: unknown;
  readonly payload: Loose;
}

/** What stands after the last line feed is a torn tail. */
function eventsOf(trace: string): readonly Event[] | undefined {
  try {
    const events = trace
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown);
    return events.every(isEvent) ? events : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is Event {
  return isObject(value) && typeof value["type"] === "string" && isObject(value["payload"]);
}

export function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function attemptsOf(events: readonly Event[]): readonly FoundAttempt[] {
  const attempts: {
    attemptId: string;
    nodeId: string;
    started: Loose;
    outcome: Loose | undefined;
    events: string[];
  }[] = [];
  for (const { type, nodeId, attemptId, payload } of events) {
    if (type === "node_started") {
      attempts.push({
        attemptId: String(attemptId),
        nodeId: String(nodeId),
        started: payload,
        outcome: undefined,
        events: [],
      });
    }
    if (!counted.has(type)) continue;
    // Binding a session names no attempt: it belongs to the one that is open.
    const attempt =
      type === "session_bound"
        ? attempts.at(-1)
        : attempts.findLast((candidate) => candidate.attemptId === attemptId);
    attempt?.events.push(type);
    if (type === "node_outcome" && attempt !== undefined) attempt.outcome ??= payload;
  }
  return attempts;
}

/** The bytes of an artifact by its reference; undefined when there is no reference or no artifact. */
export async function artifactBytes(
  { source }: Evidence,
  reference: unknown,
): Promise<Uint8Array | undefined> {
  if (!isObject(reference) || typeof reference["path"] !== "string") return undefined;
  const bytes = await readArtifact(source, { path: reference["path"] });
  return bytes.ok ? bytes.value : undefined;
}

/** The same as text; bytes that are no UTF-8 become U+FFFD. */
export async function artifactText(
  evidence: Evidence,
  reference: unknown,
): Promise<string | undefined> {
  const bytes = await artifactBytes(evidence, reference);
  return bytes && Buffer.from(bytes).toString("utf8");
}

/** A value that stands in an event itself or in an artifact. */
export type FoundValue =
  | { readonly type: "value"; readonly value: unknown }
  | { readonly type: "none" }
  | { readonly type: "unreadable" };

/** The output in a payload: that of an attempt, or what an answer to a checkpoint made of it. */
export async function outputOf(evidence: Evidence, payload: Loose): Promise<FoundValue> {
  if (Object.hasOwn(payload, "outputInline")) {
    return { type: "value", value: payload["outputInline"] };
  }
  const { outputArtifact } = payload;
  if (outputArtifact === undefined) return { type: "none" };
  const text = await artifactText(evidence, outputArtifact);
  if (text === undefined) return { type: "unreadable" };
  const isText = isObject(outputArtifact) && outputArtifact["mediaType"] === "text/plain";
  if (isText) return { type: "value", value: text };
  try {
    return { type: "value", value: JSON.parse(text) as unknown };
  } catch {
    return { type: "unreadable" };
  }
}
