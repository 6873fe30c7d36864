export { decision, decisionEdge } from "./decision.ts";
export type { DecisionDefinition } from "./decision.ts";
export { defineFlow } from "./flow.ts";
export { extractJsonObject, parseJsonObject, parseStrictJsonObject } from "./json.ts";
export type { JsonObjectParseMode } from "./json.ts";
export { FlowRunner } from "../engine/flow-runner.ts";
export { acp, action, checkpoint, compute, shell } from "./nodes.ts";
export { flowRunsBaseDir } from "../runs/runs-folder.ts";
export type * from "./types.ts";
