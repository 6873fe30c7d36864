import type { FlowEdge } from "../../authoring/types.ts";
import type { FinishedAttempt } from "../finished-attempt.ts";
import type { Graph } from "../graph.ts";
import type { Ending } from "../ending.ts";
import { parsePath, valueAt } from "./path.ts";

/** A node to go on with, or how the run ends. */
export type NextStep = { readonly nodeId: string } | { readonly ending: Ending };

type Switch = Extract<FlowEdge, { switch: unknown }>["switch"];

/**
 * Where the run goes after an attempt; see spec/text/flow.md#edges. A switch reads the output as it was recorded, apart
 * from redaction, so that the trace explains every step.
 */
export function nextStep(graph: Graph, last: FinishedAttempt): NextStep {
  const edge = graph.edges.get(last.nodeId);
  if (edge === undefined) return { ending: endOf(last) };
  if (!("switch" in edge)) {
    return last.outcome === "ok" ? { nodeId: edge.to } : { ending: endOf(last) };
  }
  const path = parsePath(edge.switch.on);
  if (path === undefined) {
    return failed(`${quoted(edge.switch.on)} is no path: it begins with $., $output. or $result.`);
  }
  if (last.outcome !== "ok" && path.source !== "result") return { ending: endOf(last) };
  const root = path.source === "output" ? last.json?.value : resultOf(last);
  return choose(edge.switch, valueAt(root, path.keys), last.nodeId);
}

function choose({ on, cases }: Switch, value: unknown, nodeId: string): NextStep {
  const where = `after node ${quoted(nodeId)}`;
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    const found = value === undefined ? "nothing" : typeName(value);
    return failed(`${on} has to be a string, a number or a boolean ${where}; it is ${found}`);
  }
  const label = String(value);
  const next = Object.hasOwn(cases, label) ? cases[label] : undefined;
  if (next !== undefined) return { nodeId: next };
  const known = Object.keys(cases).map(quoted).join(", ");
  return failed(`${on} is ${quoted(label)} ${where}, and there are only cases for ${known}`);
}

function resultOf({ result, json }: FinishedAttempt): unknown {
  return json === undefined ? result : { ...result, output: json.value };
}

/** How a run ends that goes on to no other node. */
function endOf({ outcome, error = "", thrown, json }: FinishedAttempt): Ending {
  if (outcome === "ok") return { status: "completed", output: json?.value };
  return { status: outcome === "timed_out" ? "timed_out" : "failed", error, thrown };
}

function failed(error: string): NextStep {
  return { ending: { status: "failed", error, thrown: new Error(error) } };
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : "an object";
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
