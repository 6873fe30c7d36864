import type { NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { Rule } from "../../engine/rule.ts";
import { diedWithProcess } from "../action/command.ts";
import { placeOf } from "../place.ts";
import { Postponed } from "../postponed.ts";
import { followTurns, type TurnTrack } from "./turns.ts";

/** A turn that was taken has its events; spec/text/sessions.md#session-turn-event-missing. */
export const turnEventMissing: Rule = {
  id: "session/turn-event-missing",
  needs: ["trace"],
  check(ctx, report) {
    const postponed = new Postponed(report);
    return {
      on: followTurns(ctx, (at, { attemptId, payload }, turn) => {
        const missing = wanted(ctx, payload, turn);
        if (missing.length === 0) return;
        const place = placeOf(at);
        const isOk = payload.outcome === "ok";
        const { late } = turn;
        postponed.add(() => {
          // One that comes at another place is trace/late-event.
          const types = missing.filter((type) => !late.has(attemptId, type));
          const what = isOk ? "is ok" : "has a raw response";
          if (types.length === 0) return undefined;
          return {
            ...place,
            pointer: "/payload/outcome",
            message: `The acp attempt ${what}, but has no ${types.join(" and no ")}`,
            expected: types,
            hint: "write acp_prompt_prepared before the prompt is sent, and acp_response_parsed when it was answered, before the flow parses the answer",
          };
        });
      }),
      traceEnd: () => postponed.end(),
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
