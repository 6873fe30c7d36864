import type { NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { Rule } from "../../engine/rule.ts";
import { diedWithProcess } from "../action/command.ts";
import { placeOf } from "../place.ts";
import { followTurns, type TurnTrack } from "./turns.ts";

/** A turn that was taken has its events; spec/text/sessions.md#session-turn-event-missing. */
export const turnEventMissing: Rule = {
  id: "session/turn-event-missing",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followTurns(ctx, (at, { payload }, turn) => {
        const missing = wanted(ctx, payload, turn).filter((type) => !turn.late.has(type));
        if (missing.length === 0) return;
        report({
          ...placeOf(at),
          pointer: "/payload/outcome",
          message:
            payload.outcome === "ok"
              ? `The acp attempt is ok, but has no ${missing.join(" and no ")}`
              : `The acp attempt has a raw response, but no ${missing.join(" and no ")}`,
          expected: missing,
          hint: "write acp_prompt_prepared before the prompt is sent, and acp_response_parsed when it was answered, before the flow parses the answer",
        });
      }),
    };
  },
};

/** The events of a turn that an attempt with this outcome must have and has not. */
function wanted(
  { version }: BundleContext,
  payload: NodeOutcome["payload"],
  { prepared, parsed }: TurnTrack,
): string[] {
  if (payload.nodeType !== "acp") return [];
  const isOk = payload.outcome === "ok";
  const wasAnswered =
    version !== "1.0" && payload.rawResponseArtifact !== undefined && !diedWithProcess(payload);
  const missing: string[] = [];
  // A response without its prompt is attempt/event-order.
  if ((isOk || wasAnswered) && prepared === undefined && parsed === undefined) {
    missing.push("acp_prompt_prepared");
  }
  if (isOk && parsed === undefined) missing.push("acp_response_parsed");
  return missing;
}
