import type { FlowNodeDefinition } from "../authoring/types.ts";
import { describe, quote } from "./mistakes.ts";
import type { Mistakes, Place } from "./mistakes.ts";
import { nearNames } from "./near.ts";
import { isPlainEnough, readProperties } from "./read.ts";
import type { Properties } from "./read.ts";
import { checkShape, nodeShapes, sessionShape } from "./shapes.ts";

/** The node types that can be run. */
export type NodeType = FlowNodeDefinition["nodeType"];

const types = Object.keys(nodeShapes) as NodeType[];
const functions = new Set(["run", "exec", "prompt", "parse", "cwd"]);

/**
 * Checks one node and gives a copy of it whose properties were read once, and whose functions still have the node as
 * their `this`. Undefined when it is no node of a known type.
 */
export function checkNode(
  node: unknown,
  place: Place,
  mistakes: Mistakes,
): FlowNodeDefinition | undefined {
  if (!isPlainEnough(node)) {
    mistakes.expected(
      place,
      "a node, as acp(), action(), shell(), compute() and checkpoint() make it",
      node,
    );
    return undefined;
  }
  const { nodeType } = readProperties(node, ["nodeType"], place, mistakes);
  if (!isNodeType(nodeType)) {
    const near = typeof nodeType === "string" ? nearNames(nodeType, types) : [];
    const hint = near.length > 0 ? `; did you mean ${quote(near[0] ?? "")}?` : "";
    const known = types.map((type) => quote(type)).join(", ");
    mistakes.add(
      [...place, "nodeType"],
      `expected one of ${known}; found ${describe(nodeType)}${hint}`,
    );
    return undefined;
  }
  const names = Object.keys(nodeShapes[nodeType].shape);
  const properties = readProperties(node, names, place, mistakes);
  checkShape(nodeShapes[nodeType], properties, place, mistakes);
  if (nodeType === "action") checkAction(properties, place, mistakes);
  if (nodeType === "acp") checkSession(node, properties, place, mistakes);
  for (const [name, value] of Object.entries(properties)) {
    if (functions.has(name) && typeof value === "function") properties[name] = value.bind(node);
  }
  return { nodeType, ...properties } as FlowNodeDefinition;
}

function isNodeType(value: unknown): value is NodeType {
  return types.some((type) => type === value);
}

function checkAction({ run, exec }: Properties, place: Place, mistakes: Mistakes): void {
  if (run === undefined && exec === undefined) {
    mistakes.add(
      place,
      "an action needs run, a function, or exec, a function that gives a command; it has neither",
    );
  } else if (run !== undefined && exec !== undefined) {
    mistakes.add(place, "an action has either run or exec; it has both");
  }
}

function checkSession(
  node: object,
  properties: Properties,
  place: Place,
  mistakes: Mistakes,
): void {
  const { session } = readProperties(node, ["session"], place, mistakes);
  if (session === undefined) return;
  const here = [...place, "session"];
  if (!isPlainEnough(session)) {
    mistakes.expected(here, "an object with handle or isolated", session);
    return;
  }
  const fields = readProperties(session, ["handle", "isolated"], here, mistakes);
  checkShape(sessionShape, fields, here, mistakes);
  properties["session"] = { ...fields };
}
