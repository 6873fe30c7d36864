import type { ActionCompleted, NodeOutcome } from "@flow-bundle/schema";
import type { FoldState } from "@flow-bundle/bundle";
import type { BundleContext } from "../../engine/context.ts";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";
import { lateness } from "../trace/late.ts";

/** What the trace said of the command of the open attempt. */
export interface CommandTrack {
  /** Line of its action_prepared. */
  readonly prepared: number | undefined;
  /** Its action_completed. */
  readonly completed: { readonly payload: ActionCompleted["payload"]; readonly line: number } | undefined;
}

/** Follows the command of each attempt and calls `onOutcome` with what was seen when the attempt ends. */
export function followCommands(
  ctx: BundleContext,
  onOutcome: (at: TraceLine, event: NodeOutcome, command: CommandTrack) => void,
): TraceHandlers {
  let attemptId: string | undefined;
  let prepared: number | undefined;
  let completed: CommandTrack["completed"];
  const enter = (fold: FoldState): void => {
    const own = fold.openAttempt?.attemptId;
    if (own === attemptId) return;
    attemptId = own;
    prepared = undefined;
    completed = undefined;
  };
  return {
    action_prepared: ({ event, line }) => {
      if (lateness(event, ctx.fold) !== undefined) return;
      enter(ctx.fold);
      prepared = line;
    },
    action_completed: ({ event, line }) => {
      if (lateness(event, ctx.fold) !== undefined) return;
      enter(ctx.fold);
      completed = { payload: (event as ActionCompleted).payload, line };
    },
    node_outcome: (at) => {
      const event = at.event as NodeOutcome;
      const { openAttempt } = ctx.fold;
      // Strays are attempt/not-open.
      if (openAttempt?.attemptId !== event.attemptId) return;
      enter(ctx.fold);
      onOutcome(at, event, { prepared, completed });
    },
  };
}

/** How the flow says that an action node acts; undefined when it is no action or the flow does not tell. */
export function executionOf(ctx: BundleContext, nodeId: string): "shell" | "function" | undefined {
  const nodes = ctx.flow?.nodes;
  if (nodes === undefined || !Object.hasOwn(nodes, nodeId)) return undefined;
  const node = nodes[nodeId] as { readonly nodeType: string; readonly actionExecution?: unknown };
  if (node.nodeType !== "action") return undefined;
  return node.actionExecution === "shell" || node.actionExecution === "function" ? node.actionExecution : undefined;
}

/** True for an attempt that was closed because its process had died: nobody could record how its work ended. */
export function diedWithProcess({ outcome, error }: NodeOutcome["payload"]): boolean {
  return outcome === "cancelled" && error === "Process ended";
}
