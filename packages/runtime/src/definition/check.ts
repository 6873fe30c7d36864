import type { FlowDefinition, FlowEdge, FlowNodeDefinition } from "../authoring/types.ts";
import { FlowError } from "../errors.ts";
import { checkEdge, checkGraph } from "./edges.ts";
import { Mistakes, describe, quote } from "./mistakes.ts";
import type { Place } from "./mistakes.ts";
import { checkNode } from "./nodes.ts";
import { isPlainEnough, readOwn, readProperties } from "./read.ts";
import type { Properties } from "./read.ts";
import { checkShape, flowShape, nameBytes, permissionsShape, runShape } from "./shapes.ts";

/** Room for `#` and the number in the id of an attempt, which has the same limit as a name. */
const nodeIdBytes = nameBytes - 16;

/**
 * Checks a definition, whatever made it, and gives a copy to run: every property was read once, `nodes` and `cases`
 * inherit nothing, so that any id is an ordinary key, and later changes of the original change nothing.
 *
 * @throws {FlowError} `definition`, naming every mistake with its place in the definition.
 */
export function checkFlow(value: unknown): FlowDefinition {
  const mistakes = new Mistakes();
  const flow = readFlow(value, mistakes);
  if (flow !== undefined) {
    const { name, startAt, nodes, edges } = flow;
    if (isPlainEnough(nodes)) {
      const ids = Object.keys(nodes);
      if (ids.length === 0) mistakes.add(["nodes"], "expected at least one node; found none");
      else checkGraph(startAt, ids, Array.isArray(edges) ? edges : [], mistakes);
    }
    if (mistakes.none) return flow as unknown as FlowDefinition;
    throw new FlowError("definition", mistakes.text(nameOf(name)));
  }
  throw new FlowError("definition", mistakes.text("The flow"));
}

/**
 * Checks each part of a definition for itself; the graph may still be incomplete.
 *
 * @throws {FlowError} `definition`, naming every mistake.
 */
export function checkParts(value: unknown): void {
  const mistakes = new Mistakes();
  const flow = readFlow(value, mistakes);
  if (!mistakes.none) throw new FlowError("definition", mistakes.text(nameOf(flow?.["name"])));
}

/**
 * Checks one node; `maker` is the helper that was called.
 *
 * @throws {FlowError} `definition`, naming every mistake.
 */
export function checkSingleNode(
  node: unknown,
  maker: string,
  extra?: (mistakes: Mistakes) => void,
): void {
  const mistakes = new Mistakes();
  checkNode(node, [], mistakes);
  extra?.(mistakes);
  if (!mistakes.none) throw new FlowError("definition", mistakes.text(`The node of ${maker}()`));
}

function nameOf(name: unknown): string {
  return typeof name === "string" && name.trim() !== "" ? `The flow ${quote(name)}` : "The flow";
}

function readFlow(value: unknown, mistakes: Mistakes): Properties | undefined {
  if (!isPlainEnough(value)) {
    mistakes.add([], `expected a flow, as defineFlow() makes it; found ${describe(value)}`);
    return undefined;
  }
  const names = ["name", "run", "permissions", "startAt", "nodes", "edges"];
  const flow = readProperties(value, names, [], mistakes);
  const { name, startAt, run, permissions, nodes, edges } = flow;
  checkShape(flowShape, { name, startAt }, [], mistakes);
  return {
    name,
    ...(run !== undefined && { run: readRun(run, mistakes) }),
    ...(permissions !== undefined && { permissions: readPermissions(permissions, mistakes) }),
    startAt,
    nodes: readNodes(nodes, mistakes),
    edges: readEdges(edges, mistakes),
  };
}

function readRun(run: unknown, mistakes: Mistakes): unknown {
  if (!isPlainEnough(run)) {
    mistakes.expected(["run"], "an object with a title", run);
    return undefined;
  }
  const read = readProperties(run, ["title"], ["run"], mistakes);
  checkShape(runShape, read, ["run"], mistakes);
  const { title } = read;
  if (title === undefined) return {};
  return { title: typeof title === "function" ? title.bind(run) : title };
}

function readPermissions(permissions: unknown, mistakes: Mistakes): unknown {
  const place = ["permissions"];
  if (!isPlainEnough(permissions)) {
    mistakes.expected(place, "an object with requiredMode", permissions);
    return undefined;
  }
  const read = readOwn(permissions, place, mistakes);
  checkShape(permissionsShape, read, place, mistakes);
  return read;
}

function readNodes(nodes: unknown, mistakes: Mistakes): unknown {
  const place = ["nodes"];
  if (!isPlainEnough(nodes)) {
    mistakes.expected(place, "an object that gives a node for each id", nodes);
    return undefined;
  }
  const checked = Object.create(null) as Record<string, FlowNodeDefinition | undefined>;
  for (const [id, node] of Object.entries(readOwn(nodes, place, mistakes))) {
    const here: Place = [...place, id];
    checkId(id, here, mistakes);
    checked[id] = checkNode(node, here, mistakes);
  }
  return checked;
}

function checkId(id: string, place: Place, mistakes: Mistakes): void {
  if (Buffer.byteLength(id) > nodeIdBytes) {
    mistakes.add(place, `the id has more than ${nodeIdBytes} bytes`);
  }
  if (!id.isWellFormed()) {
    mistakes.add(place, "the id has half of a surrogate pair, which no file can hold");
  }
}

function readEdges(edges: unknown, mistakes: Mistakes): (FlowEdge | undefined)[] | undefined {
  if (!Array.isArray(edges)) {
    mistakes.expected(["edges"], "an array; when the flow has no edges, an empty one", edges);
    return undefined;
  }
  return Array.from(edges, (edge: unknown, index) => checkEdge(edge, ["edges", index], mistakes));
}
