// Compiled, never run: what the types must allow, and under @ts-expect-error what they must refuse.
import type {
  ActionReceipt,
  ArtifactReference,
  AttemptView,
  EventType,
  Finding,
  Flow,
  Manifest,
  NodeOutcome,
  Report,
  RunProjection,
  RunView,
  Step,
  TraceEvent,
  ViewValue,
} from "../index.ts";

/** `type` narrows the payload. */
export function payloads(event: TraceEvent): unknown {
  // @ts-expect-error only some payloads have an outcome
  void event.payload.outcome;
  switch (event.type) {
    case "node_outcome": {
      const outcome: "ok" | "failed" | "timed_out" | "cancelled" = event.payload.outcome;
      const nodeId: string = event.nodeId;
      const error: string | null = event.payload.error;
      return [outcome, nodeId, error, event.payload.conversation?.messageEnd];
    }
    case "run_started": {
      const input: ArtifactReference = event.payload.inputArtifact;
      // @ts-expect-error run events have no node
      const nodeId: string = event.nodeId;
      // @ts-expect-error the title may be absent
      const title: string = event.payload.runTitle;
      return [input, nodeId, title];
    }
    case "run_failed":
      // 1.0 writes timed_out here.
      return event.payload.status === "timed_out"
        ? event.payload.error
        : event.payload.errorArtifact?.sha256;
    case "acp_prompt_prepared": {
      // @ts-expect-error late events of 1.0 have no node
      const nodeId: string = event.nodeId;
      const sessionId: string = event.sessionId;
      return [nodeId, sessionId, event.payload.promptArtifact.path];
    }
    case "run_resumed":
      return event.payload.cause === "crash" ? undefined : event.payload.outputInline;
    // @ts-expect-error no such type
    case "node_finished":
      return undefined;
    default:
      return event.seq;
  }
}

/** Every type can be told apart: nothing is left at the end. */
export function scopes(event: TraceEvent): string {
  switch (event.scope) {
    case "run":
    case "node":
    case "acp":
    case "action":
    case "session":
    case "artifact":
      return event.scope;
    default: {
      const rest: never = event;
      return rest;
    }
  }
}

/** One member of the union is picked by its type. */
export type Outcome = Extract<TraceEvent, { type: "node_outcome" }>;
export const same: Outcome extends NodeOutcome
  ? NodeOutcome extends Outcome
    ? true
    : false
  : false = true;
export const types: EventType[] = ["run_waiting", "artifact_written"];

/** `actionType` narrows receipts, a key narrows values. */
export function choices(receipt: ActionReceipt, value: ViewValue): unknown {
  if (receipt.actionType === "function") return receipt;
  const code: number | null = receipt.exitCode;
  const args: string[] = receipt.args;
  return "inline" in value ? [code, args, value.inline] : value.artifact.path;
}

/** Index signatures only where there are maps; everything else knows its keys. */
export function keys(
  manifest: Manifest,
  flow: Flow,
  run: RunProjection,
  step: Step,
  view: RunView,
): unknown {
  // @ts-expect-error a wrong name is no key
  void manifest.run_id;
  // @ts-expect-error the format calls it nodeType
  void flow.nodes["a"]?.kind;
  // @ts-expect-error values of maps may be missing
  const node: string = flow.nodes["a"].nodeType;
  const paths: "trace.ndjson" = manifest.paths.trace;
  const attempt: AttemptView | undefined = view.attempts[0];
  return [
    node,
    paths,
    attempt,
    run.results["a"]?.durationMs,
    step.session?.bundleId,
    step.agent?.cwd,
  ];
}

/** Reports. */
export function reports(report: Report): Finding[] {
  return report.bundles.flatMap(({ findings, verdict }) => (verdict === "valid" ? [] : findings));
}
