import type { AcpResponseParsed, ConversationRange, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";
import type { ClaimedRange } from "../../engine/session-context.ts";
import { equalJson } from "../equal.ts";
import { lateness } from "../trace/late.ts";

/** Where the trace contradicts itself about the range of an attempt, as far as a finding tells. */
export type Dispute = Pick<FindingInput, "pointer" | "message" | "expected" | "actual" | "related">;

/** Calls `onDispute` with each node_outcome whose range is not that of the attempt's session and acp_response_parsed. */
export function followDisputes(
  { fold }: BundleContext,
  onDispute: (at: TraceLine, dispute: Dispute, ranges: readonly ConversationRange[]) => void,
): TraceHandlers {
  let parsed:
    | { readonly attemptId: string; readonly range: ConversationRange; readonly line: number }
    | undefined;
  let repeated = false;
  return {
    acp_response_parsed: ({ event, line }) => {
      const { openAttempt } = fold;
      if (openAttempt === null || lateness(event, fold) !== undefined) return;
      const { attemptId } = openAttempt;
      // Which of two counts nobody knows: attempt/event-order.
      repeated = parsed?.attemptId === attemptId;
      parsed = { attemptId, range: (event as AcpResponseParsed).payload.conversation, line };
    },
    node_outcome: (at) => {
      const { attemptId, payload } = at.event as NodeOutcome;
      const { conversation, sessionId } = payload;
      if (conversation === undefined || fold.openAttempt?.attemptId !== attemptId) return;
      const own = parsed?.attemptId === attemptId && !repeated ? parsed : undefined;
      const ranges = own === undefined ? [conversation] : [conversation, own.range];
      if (sessionId !== undefined && conversation.sessionId !== sessionId) {
        const dispute = {
          pointer: "/payload/conversation/sessionId",
          message: "conversation names another session than the attempt",
          expected: sessionId,
          actual: conversation.sessionId,
          related: [{ file: "trace.ndjson", line: at.line, pointer: "/payload/sessionId" }],
        };
        onDispute(at, dispute, [...ranges, { ...conversation, sessionId }]);
      } else if (own !== undefined && !equalJson(conversation, own.range)) {
        const dispute = {
          pointer: "/payload/conversation",
          message: "conversation is not that of acp_response_parsed",
          expected: own.range,
          actual: conversation,
          related: [{ file: "trace.ndjson", line: own.line, pointer: "/payload/conversation" }],
        };
        onDispute(at, dispute, ranges);
      }
    },
  };
}

/** The claims that the trace does not contradict itself; the others are session/conversation-mismatch. */
export interface Undisputed {
  /** To be listened to by the rule that asks. */
  readonly on: TraceHandlers;
  /** Those among the claims of a session. */
  among(claimed: readonly ClaimedRange[]): readonly ClaimedRange[];
  /** True when a disputed claim may concern this session. */
  isDisputed(sessionId: string): boolean;
}

/** Follows which claims are disputed. */
export function undisputed(ctx: BundleContext): Undisputed {
  const attempts = new Set<string>();
  const sessions = new Set<string>();
  return {
    on: followDisputes(ctx, ({ event }, _dispute, ranges) => {
      attempts.add((event as NodeOutcome).attemptId);
      for (const { sessionId } of ranges) sessions.add(sessionId);
    }),
    among: (claimed) =>
      attempts.size === 0 ? claimed : claimed.filter(({ attemptId }) => !attempts.has(attemptId)),
    isDisputed: (sessionId) => sessions.has(sessionId),
  };
}
