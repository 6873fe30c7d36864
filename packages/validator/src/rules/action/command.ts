import type { FoldState } from "@flow-bundle/bundle";
import type { ActionCompleted, ActionPrepared, NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { TraceHandlers, TraceLine } from "../../engine/rule.ts";
import { LateTypes } from "../trace/late-types.ts";

/** What the trace said of the command of the open attempt. */
export interface CommandTrack {
  /** Its action_prepared, the last one if there are several. */
  readonly prepared: TraceLine | undefined;
  /** Its action_completed, the last one if there are several. */
  readonly completed: TraceLine | undefined;
  /** One of them comes twice: attempt/event-order says so, and nobody knows which one is meant. */
  readonly repeated: boolean;
  /** Its events that stand at another place; ask at the end of the trace. */
  readonly late: LateTypes;
}

/** Follows the command of each attempt and calls `onOutcome` with what was seen when the attempt ends. */
export function followCommands(
  ctx: BundleContext,
  onOutcome: (at: TraceLine, event: NodeOutcome, command: CommandTrack) => void,
): TraceHandlers {
  let attemptId: string | undefined;
  let prepared: TraceLine | undefined;
  let completed: TraceLine | undefined;
  let repeated = false;
  const late = new LateTypes(ctx.fold);
  const enter = (fold: FoldState): void => {
    const own = fold.openAttempt?.attemptId;
    if (own === attemptId) return;
    attemptId = own;
    prepared = undefined;
    completed = undefined;
    repeated = false;
  };
  return {
    action_prepared: (at) => {
      if (late.see(at.event)) return;
      enter(ctx.fold);
      repeated ||= prepared !== undefined;
      prepared = at;
    },
    action_completed: (at) => {
      if (late.see(at.event)) return;
      enter(ctx.fold);
      repeated ||= completed !== undefined;
      completed = at;
    },
    node_outcome: (at) => {
      const event = at.event as NodeOutcome;
      // Strays are attempt/not-open.
      if (ctx.fold.openAttempt?.attemptId !== event.attemptId) return;
      enter(ctx.fold);
      onOutcome(at, event, { prepared, completed, repeated, late });
    },
  };
}

/** The command that an action_prepared announces. */
export function preparationOf({ event }: TraceLine): ActionPrepared["payload"]["action"] {
  return (event as ActionPrepared).payload.action;
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
