import type { FoldState } from "@flow-bundle/bundle";
import type { ActionCompleted, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";
import { lateness } from "../trace/late.ts";

/** What the trace said of the command of the open attempt. */
export interface CommandTrack {
  /** Line of its action_prepared. */
  readonly prepared: number | undefined;
  /** Its action_completed, the last one if there are several. */
  readonly completed: TraceLine | undefined;
  /** It has several: attempt/event-order says so, and nobody knows which one is meant. */
  readonly repeated: boolean;
}

/** Follows the command of each attempt and calls `onOutcome` with what was seen when the attempt ends. */
export function followCommands(
  ctx: BundleContext,
  onOutcome: (at: TraceLine, event: NodeOutcome, command: CommandTrack) => void,
): TraceHandlers {
  let attemptId: string | undefined;
  let prepared: number | undefined;
  let completed: TraceLine | undefined;
  let repeated = false;
  const enter = (fold: FoldState): void => {
    const own = fold.openAttempt?.attemptId;
    if (own === attemptId) return;
    attemptId = own;
    prepared = undefined;
    completed = undefined;
    repeated = false;
  };
  return {
    action_prepared: ({ event, line }) => {
      if (lateness(event, ctx.fold) !== undefined) return;
      enter(ctx.fold);
      prepared = line;
    },
    action_completed: (at) => {
      if (lateness(at.event, ctx.fold) !== undefined) return;
      enter(ctx.fold);
      repeated = completed !== undefined;
      completed = at;
    },
    node_outcome: (at) => {
      const event = at.event as NodeOutcome;
      // Strays are attempt/not-open.
      if (ctx.fold.openAttempt?.attemptId !== event.attemptId) return;
      enter(ctx.fold);
      onOutcome(at, event, { prepared, completed, repeated });
    },
  };
}

/** Payload of an action_completed. */
export function completionOf({ event }: TraceLine): ActionCompleted["payload"] {
  return (event as ActionCompleted).payload;
}

/** How the flow says that an action node acts; undefined when it is no action or the flow does not tell. */
export function executionOf(ctx: BundleContext, nodeId: string): "shell" | "function" | undefined {
  const nodes = ctx.flow?.nodes;
  if (nodes === undefined || !Object.hasOwn(nodes, nodeId)) return undefined;
  const node = nodes[nodeId] as { readonly nodeType: string; readonly actionExecution?: unknown };
  if (node.nodeType !== "action") return undefined;
  const { actionExecution } = node;
  return actionExecution === "shell" || actionExecution === "function"
    ? actionExecution
    : undefined;
}

/** True for an attempt that was closed because its process had died: nobody could record how its work ended. */
export function diedWithProcess(attempt: {
  readonly outcome: string | null;
  readonly error: string | null;
}): boolean {
  return attempt.outcome === "cancelled" && attempt.error === "Process ended";
}
