import type { FoldState } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";

/** Types whose events released acpx versions before 0.19 write late, after the attempt that caused them. */
const stragglers: ReadonlySet<string> = new Set([
  "acp_prompt_prepared",
  "acp_response_parsed",
  "action_prepared",
  "action_completed",
  "artifact_written",
]);

/** Why an event of acp, action or artifact scope is late, or undefined when it belongs to the open attempt. */
export function lateness(event: TraceEvent, fold: FoldState): string | undefined {
  if (!stragglers.has(event.type)) return undefined;
  const { attemptId } = event as { readonly attemptId?: string };
  const { openAttempt, terminal } = fold;
  if (terminal !== null) return `after ${terminal.type}`;
  if (openAttempt === null) return "while no attempt is open";
  if (attemptId === undefined) return "without an attempt";
  if (attemptId !== openAttempt.attemptId) return `while ${JSON.stringify(openAttempt.attemptId)} is open`;
  const scope = event.type.slice(0, event.type.indexOf("_"));
  if (scope === "acp" && isKnownOther(openAttempt.nodeType, "acp")) return `on an attempt of type ${openAttempt.nodeType}`;
  if (scope === "action" && isKnownOther(openAttempt.nodeType, "action")) {
    return `on an attempt of type ${openAttempt.nodeType}`;
  }
  const { sessionId } = event as { readonly sessionId?: string };
  if (event.type === "artifact_written" && sessionId !== undefined && isKnownOther(openAttempt.nodeType, "acp")) {
    return `with the session of another attempt, on one of type ${openAttempt.nodeType}`;
  }
  const bound = openAttempt.receipts.sessionId ?? openAttempt.earlier.sessionId;
  if (sessionId !== undefined && bound !== undefined && sessionId !== bound) {
    return `with session ${JSON.stringify(sessionId)}, though the attempt uses ${JSON.stringify(bound)}`;
  }
  return undefined;
}

/** Node types are an open set: only the four known ones tell what an attempt cannot do. */
function isKnownOther(nodeType: string, wanted: string): boolean {
  return nodeType !== wanted && ["acp", "action", "compute", "checkpoint"].includes(nodeType);
}
