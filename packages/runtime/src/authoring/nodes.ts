import { checkSingleNode } from "../definition/check.ts";
import type {
  AcpNodeDefinition,
  ActionNodeDefinition,
  CheckpointNodeDefinition,
  ComputeNodeDefinition,
  FunctionActionNodeDefinition,
  ShellActionNodeDefinition,
} from "./types.ts";

/**
 * A node that gives an agent a prompt.
 *
 * @throws {FlowError} `definition`, as all makers of nodes do.
 */
export function acp(definition: Omit<AcpNodeDefinition, "nodeType">): AcpNodeDefinition {
  return make({ nodeType: "acp", ...definition }, "acp");
}

/** A node that calls a function. */
export function compute(
  definition: Omit<ComputeNodeDefinition, "nodeType">,
): ComputeNodeDefinition {
  return make({ nodeType: "compute", ...definition }, "compute");
}

/** A node that does something: with `run`, a function, or with `exec`, a command. */
export function action(
  definition: Omit<FunctionActionNodeDefinition, "nodeType">,
): FunctionActionNodeDefinition;
export function action(
  definition: Omit<ShellActionNodeDefinition, "nodeType">,
): ShellActionNodeDefinition;
export function action(
  definition:
    | Omit<FunctionActionNodeDefinition, "nodeType">
    | Omit<ShellActionNodeDefinition, "nodeType">,
): ActionNodeDefinition {
  return make({ nodeType: "action", ...definition }, "action");
}

/** A node that runs a command. */
export function shell(
  definition: Omit<ShellActionNodeDefinition, "nodeType">,
): ShellActionNodeDefinition {
  return make({ nodeType: "action", ...definition }, "shell");
}

/** A node at which the run waits for somebody. */
export function checkpoint(
  definition: Omit<CheckpointNodeDefinition, "nodeType"> = {},
): CheckpointNodeDefinition {
  return make({ nodeType: "checkpoint", ...definition }, "checkpoint");
}

function make<Node extends { readonly nodeType: string }>(node: Node, maker: string): Node {
  const nodeType = maker === "shell" ? "action" : maker;
  checkSingleNode(node, maker, (mistakes) => {
    if (node.nodeType !== nodeType)
      mistakes.expected(["nodeType"], `"${nodeType}", or none`, node.nodeType);
    if (maker === "shell" && "run" in node && !("exec" in node)) {
      mistakes.add(["exec"], "a command needs exec, a function that gives it; run is for action()");
    }
  });
  return node;
}
