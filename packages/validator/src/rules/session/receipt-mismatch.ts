import type { ArtifactReference, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule, TraceHandlers, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { isSameFile } from "../references.ts";
import { followTurns, type TurnTrack } from "./turns.ts";

/** An outcome has the receipts that the events of its turn have; spec/text/sessions.md#session-receipt-mismatch. */
export const receiptMismatch: Rule = {
  id: "session/receipt-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followMismatches(ctx, (at, mismatch) => {
        report({
          ...placeOf(at),
          ...mismatch,
          hint: "node_outcome repeats the receipts of the attempt's turn",
        });
      }),
    };
  },
};

/** A receipt of an outcome that is not that of its turn, as far as a finding tells. */
export type Mismatch = Pick<
  FindingInput,
  "pointer" | "message" | "expected" | "actual" | "related"
>;

/** Calls `onMismatch` with each node_outcome that does not repeat the receipts of its turn. */
export function followMismatches(
  ctx: BundleContext,
  onMismatch: (at: TraceLine, mismatch: Mismatch) => void,
): TraceHandlers {
  return followTurns(ctx, (at, { payload }, turn) => {
    if (turn.repeated) return;
    for (const mismatch of mismatches(ctx, payload, turn)) onMismatch(at, mismatch);
  });
}

function mismatches(
  ctx: BundleContext,
  { sessionId, promptArtifact, rawResponseArtifact, conversation }: NodeOutcome["payload"],
  { prepared, parsed }: TurnTrack,
): Mismatch[] {
  const found: Mismatch[] = [];
  const isSame = (expected: unknown, actual: unknown): boolean =>
    typeof actual === "string"
      ? actual === expected
      : isSameFile(ctx, expected as ArtifactReference, actual as ArtifactReference);
  const compare = (
    key: string,
    actual: unknown,
    event: { readonly type: string; readonly payload: object },
    line: number,
  ): void => {
    const expected = (event.payload as Readonly<Record<string, unknown>>)[key];
    // What is missing is session/receipt-missing or session/failed-receipt-missing.
    if (actual === undefined || isSame(expected, actual)) return;
    found.push({
      pointer: `/payload/${key}`,
      message: `${key} is not that of ${event.type}`,
      expected,
      actual,
      related: [{ file: "trace.ndjson", line, pointer: `/payload/${key}` }],
    });
  };
  if (prepared !== undefined) {
    compare("promptArtifact", promptArtifact, prepared.event, prepared.line);
    // Else session/conversation-mismatch compares the sessions, and session/unknown tells of one that is none.
    const isAlone = parsed === undefined && (conversation?.sessionId ?? sessionId) === sessionId;
    const { sessionId: own, payload } = prepared.event;
    // An event with two sessions is trace/session-id.
    const isClear = own === payload.sessionId && isAlone;
    if (isClear && sessionId !== undefined && ctx.fold.session(sessionId) !== undefined) {
      compare("sessionId", sessionId, prepared.event, prepared.line);
    }
  }
  if (parsed !== undefined) {
    compare("rawResponseArtifact", rawResponseArtifact, parsed.event, parsed.line);
  }
  return found;
}

/** Attempts whose outcome names another raw response than their turn: which of the two is right is not known. */
export function disputedResponses(ctx: BundleContext): {
  readonly on: TraceHandlers;
  has(attemptId: string): boolean;
} {
  const attempts = new Set<string>();
  return {
    on: followMismatches(ctx, ({ event }, { pointer }) => {
      if (pointer !== "/payload/rawResponseArtifact") return;
      attempts.add((event as NodeOutcome).attemptId);
    }),
    has: (attemptId) => attempts.has(attemptId),
  };
}
