import type { Flow, FlowEdge as EdgeSnapshot, FlowNode } from "@flow-bundle/schema";
import type {
  AcpNodeDefinition,
  ActionNodeDefinition,
  FlowDefinition,
  FlowNodeDefinition,
} from "../authoring/types.ts";

/** Nesting that the format allows, less what stands around an extra key; spec/text/json.md#json-depth. */
const extraDepth = 60;

/**
 * The document `flow.json` of a checked flow; spec/text/flow.md. Extra keys of edges and permissions that JSON cannot
 * hold are left out.
 */
export function snapshotFlow(flow: FlowDefinition): Flow {
  const { name, run, permissions, startAt, nodes, edges } = flow;
  const snapshots = Object.create(null) as Record<string, FlowNode>;
  for (const [id, node] of Object.entries(nodes)) snapshots[id] = snapshotNode(node);
  return {
    schema: "acpx.flow-definition-snapshot.v1",
    name,
    ...(run?.title !== undefined && { run: { hasTitle: true } }),
    ...(permissions !== undefined && {
      permissions: jsonOf(permissions) as NonNullable<Flow["permissions"]>,
    }),
    startAt,
    nodes: snapshots,
    edges: edges.map((edge) => jsonOf(edge) as unknown as EdgeSnapshot),
  };
}

function snapshotNode(node: FlowNodeDefinition): FlowNode {
  const { nodeType, timeoutMs, heartbeatMs, statusDetail } = node;
  return {
    nodeType,
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(heartbeatMs !== undefined && { heartbeatMs }),
    ...(isFilled(statusDetail) && { statusDetail }),
    ...snapshotType(node),
  };
}

function snapshotType(node: FlowNodeDefinition): Omit<FlowNode, "nodeType"> {
  switch (node.nodeType) {
    case "acp":
      return snapshotAcp(node);
    case "action":
      return snapshotAction(node);
    case "compute":
      return { hasRun: true };
    case "checkpoint":
      return {
        ...(isFilled(node.summary) && { summary: node.summary }),
        hasRun: node.run !== undefined,
      };
  }
}

function snapshotAcp({
  profile,
  session,
  cwd,
  parse,
}: AcpNodeDefinition): Omit<FlowNode, "nodeType"> {
  return {
    ...(isFilled(profile) && { profile }),
    session: {
      ...(isFilled(session?.handle) && { handle: session.handle }),
      ...(session?.isolated === true && { isolated: true }),
    },
    cwd: snapshotCwd(cwd),
    hasPrompt: true,
    hasParse: parse !== undefined,
  };
}

function snapshotCwd(cwd: AcpNodeDefinition["cwd"]): NonNullable<FlowNode["cwd"]> {
  if (cwd === undefined) return { mode: "default" };
  return typeof cwd === "string" ? { mode: "static", value: cwd } : { mode: "dynamic" };
}

function snapshotAction(node: ActionNodeDefinition): Omit<FlowNode, "nodeType"> {
  const isShell = "exec" in node;
  return {
    actionExecution: isShell ? "shell" : "function",
    hasRun: !isShell,
    hasExec: isShell,
    hasParse: "parse" in node,
  };
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text !== "";
}

/** The members that JSON can hold within the limits of the format. */
function jsonOf(value: object): Record<string, unknown> {
  const kept = Object.create(null) as Record<string, unknown>;
  for (const [key, member] of Object.entries(value)) {
    const json = memberOf(member);
    if (json !== undefined && fits(json, extraDepth)) kept[key] = json;
  }
  return kept;
}

function memberOf(member: unknown): unknown {
  try {
    const text = JSON.stringify(member) as string | undefined;
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    // A cycle, a bigint, or a toJSON that throws.
    return undefined;
  }
}

function fits(value: unknown, depth: number): boolean {
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => fits(member, depth - 1));
}
