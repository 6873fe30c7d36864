import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunProjection, TraceEvent } from "@flow-bundle/schema";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { onTestFinished } from "vitest";
import type { FlowDefinition, FlowNodeDefinition } from "../../authoring/types.ts";
import type { RunOptions } from "../run-options.ts";

/** A folder of its own for the runs of a test, which is removed when that is over. */
export function runsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "flow-engine-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Options for a run into a folder of its own, without agents. */
export function options(more: Partial<RunOptions> = {}): RunOptions {
  return {
    resolveAgent: () => {
      throw new Error("no agent here");
    },
    permissionMode: "deny-all",
    ...more,
    outputRoot: more.outputRoot ?? runsFolder(),
  };
}

/** A flow that begins at its first node. */
export function flowOf(
  nodes: Record<string, FlowNodeDefinition>,
  edges: FlowDefinition["edges"] = [],
  more: Partial<FlowDefinition> = {},
): FlowDefinition {
  const [startAt = ""] = Object.keys(nodes);
  return { name: "test", startAt, nodes, edges, ...more };
}

/** A compute node. */
export function compute(
  run: Extract<FlowNodeDefinition, { nodeType: "compute" }>["run"],
  more: object = {},
): FlowNodeDefinition {
  return { nodeType: "compute", run, ...more };
}

/** A function action. */
export function action(
  run: Extract<FlowNodeDefinition, { nodeType: "compute" }>["run"],
  more: object = {},
): FlowNodeDefinition {
  return { nodeType: "action", run, ...more };
}

/** A checkpoint. */
export function checkpoint(more: object = {}): FlowNodeDefinition {
  return { nodeType: "checkpoint", ...more };
}

/** The events of a bundle. */
export function eventsOf(path: string): TraceEvent[] {
  const lines = readFileSync(`${path}/trace.ndjson`, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as TraceEvent);
}

/** The payload of an event, whatever its type; {} when there is no event. */
export function payloadOf(event: TraceEvent | undefined): { readonly [name: string]: unknown } {
  return { ...event?.payload };
}

/** What happened, one word or two for each event. */
export function storyOf(path: string): string[] {
  return eventsOf(path).map((event) => {
    if (event.type === "node_started") return `> ${event.attemptId}`;
    if (event.type === "node_outcome") return `< ${event.attemptId} ${event.payload.outcome}`;
    if (event.type === "run_resumed") return `run_resumed ${event.payload.cause}`;
    return event.type;
  });
}

/** `run.json` of a bundle. */
export function projectionOf(path: string): RunProjection {
  return JSON.parse(readFileSync(`${path}/projections/run.json`, "utf8")) as RunProjection;
}

/** All that the validator has to say against a bundle, from warnings on. */
export async function findingsOf(path: string): Promise<string[]> {
  const { findings } = await validateBundle(directorySource(path));
  return findings
    .filter(({ severity }) => severity !== "info")
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}
