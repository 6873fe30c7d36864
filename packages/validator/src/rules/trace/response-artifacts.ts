import type { AcpResponseParsed, ArtifactWritten, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { isSound } from "../references.ts";
import { lateness } from "./late.ts";

/** Where the artifacts of the open attempt were written, by path: the first line with a session, and without. */
type Written = Map<string, { with?: TraceLine; without?: TraceLine }>;

/** A hostile attempt may write any number of artifacts. */
const maxWritten = 10_000;

/**
 * Checks that the raw response of an attempt, and no other artifact, is written with the session;
 * spec/text/trace.md#trace-session-id.
 */
export function checkResponseArtifacts(
  ctx: BundleContext,
  report: (finding: FindingInput) => void,
): TraceHandlers {
  const { fold, version } = ctx;
  let attemptId: string | undefined;
  let written: Written = new Map();
  let parsed: string | undefined;
  /** Something of the attempt stands at another place, or does not fit it: trace/late-event. */
  let isLate = false;
  const enter = (): void => {
    const own = fold.openAttempt?.attemptId;
    if (own === attemptId) return;
    attemptId = own;
    // Not cleared: V8 links a cleared table to the next one, and so drags what each held into the old generation.
    written = new Map();
    parsed = undefined;
    isLate = false;
  };
  return {
    artifact_written: (at) => {
      enter();
      if (lateness(at.event, fold) !== undefined) {
        isLate = true;
        return;
      }
      const { sessionId, payload } = at.event as ArtifactWritten;
      const { path } = payload.artifact;
      const known = written.get(path) ?? {};
      if (written.size < maxWritten) written.set(path, known);
      if (sessionId === undefined) known.without ??= at;
      else known.with ??= at;
    },
    acp_response_parsed: ({ event }) => {
      if (lateness(event, fold) !== undefined) return;
      enter();
      parsed = (event as AcpResponseParsed).payload.rawResponseArtifact.path;
    },
    node_outcome: ({ event }) => {
      const { attemptId: named, payload } = event as NodeOutcome;
      if (fold.openAttempt?.attemptId !== named || attemptId !== named || isLate) return;
      const response = payload.rawResponseArtifact?.path ?? parsed;
      // Two that differ are session/receipt-mismatch; whether one is missing tells session/failed-receipt-missing.
      if (response === undefined || (parsed !== undefined && parsed !== response)) return;
      const own = written.get(response);
      // An agent that repeats its prompt answers with an artifact that was announced before.
      const isPrompt = payload.promptArtifact?.path === response;
      if (!isPrompt && own?.without !== undefined && own.with === undefined) {
        report({
          ...placeOf(own.without),
          pointer: "",
          message: "artifact_written of a raw response does not carry the session",
          ...(payload.sessionId === undefined ? {} : { expected: payload.sessionId }),
          hint: "write sessionId on the envelope, so that a reader knows the response when it comes",
        });
      }
      // In 1.0 a late response of an attempt before looks the same.
      if (version === "1.0") return;
      for (const [path, { with: line }] of written) {
        if (line === undefined || path === response) continue;
        if (!isSound(ctx, (line.event as ArtifactWritten).payload.artifact)) continue;
        report({
          ...placeOf(line),
          pointer: "/sessionId",
          message:
            "artifact_written carries a session, but the artifact is not the attempt's raw response",
          actual: (line.event as ArtifactWritten).sessionId,
          hint: "prompts and outputs are artifacts of the attempt; only what the agent said carries the session",
        });
      }
    },
  };
}
