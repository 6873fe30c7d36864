import type { FlowEdge, NodeStarted } from "@flow-bundle/schema";
import type { AttemptState } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Attempts follow startAt and the edges of the flow; spec/text/flow.md#trace-next-node. */
export const nextNode: Rule = {
  id: "trace/next-node",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const { flow } = ctx;
    if (flow === undefined) return;
    const edges = new Map<string, FlowEdge>(flow.edges.map((edge) => [edge.from, edge]));
    let crashed = false;
    return {
      on: {
        run_resumed: (at) => {
          crashed = (at.event as { readonly payload: { readonly cause: string } }).payload.cause === "crash";
        },
        node_started: (at) => {
          const { nodeId } = at.event as NodeStarted;
          const { lastAttempt } = ctx.fold;
          const again = crashed && lastAttempt?.outcome === "cancelled";
          crashed = false;
          const allowed = again ? [lastAttempt.nodeId] : successors(lastAttempt, flow.startAt, edges);
          if (allowed.includes(nodeId)) return;
          report({
            ...placeOf(at),
            pointer: "/nodeId",
            message: explain(nodeId, lastAttempt, allowed),
            expected: allowed.length === 1 ? allowed[0] : allowed,
            actual: nodeId,
            related: [{ file: "flow.json", pointer: lastAttempt === null ? "/startAt" : "/edges" }],
          });
        },
      },
    };
  },
};

/** The nodes that may start now. */
function successors(
  last: AttemptState | null,
  startAt: string,
  edges: ReadonlyMap<string, FlowEdge>,
): readonly string[] {
  if (last === null) return [startAt];
  const edge = edges.get(last.nodeId);
  if (edge === undefined) return [];
  if ("to" in edge) return last.outcome === "ok" ? [edge.to as string] : [];
  if (edge.switch === undefined) return [];
  const { on, cases } = edge.switch;
  if (last.outcome !== "ok" && !on.startsWith("$result.")) return [];
  const chosen = choice(on, last);
  if (chosen === undefined) return [...new Set(Object.values(cases))];
  return Object.hasOwn(cases, chosen) ? [cases[chosen] as string] : [];
}

/** The value that a switch looks at, as a case label; undefined when the trace alone does not tell. */
function choice(on: string, last: AttemptState): string | undefined {
  let value: unknown;
  let path: string;
  if (on.startsWith("$result.")) {
    path = on.slice("$result.".length);
    value = { outcome: last.outcome, nodeId: last.nodeId, nodeType: last.nodeType, attemptId: last.attemptId };
    if (!["outcome", "nodeId", "nodeType", "attemptId"].includes(path)) return undefined;
  } else {
    if (last.output === null || !("inline" in last.output)) return undefined;
    value = last.output.inline;
    path = on.startsWith("$output.") ? on.slice("$output.".length) : on.startsWith("$.") ? on.slice(2) : "";
    if (path === "") return undefined;
  }
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

function explain(nodeId: string, last: AttemptState | null, allowed: readonly string[]): string {
  const name = JSON.stringify(nodeId);
  if (last === null) return `The run begins with ${name}, but the flow starts at another node`;
  const previous = `${JSON.stringify(last.attemptId)} (${last.outcome ?? "without outcome"})`;
  return allowed.length === 0
    ? `${name} starts after ${previous}, from where no edge leads on`
    : `${name} starts after ${previous}, but the edges lead elsewhere`;
}
