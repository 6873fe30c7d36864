import type { Flow } from "@flow-bundle/schema";

/** A node of the graph. */
export interface GraphNode {
  readonly id: string;
  readonly nodeType: string;
  /** What the node says that it does; undefined when it says nothing. */
  readonly title: string | undefined;
  readonly isStart: boolean;
  /** No edge leaves it. */
  readonly isTerminal: boolean;
  /** Ways out that a value chooses from; empty when there is nothing to choose. */
  readonly branches: readonly Branch[];
  /** Why it is here although the definition does not have it. */
  readonly missing: "edge" | "run" | undefined;
}

/** One way out of a decision. */
export interface Branch {
  readonly to: string;
  /** The values that lead there. */
  readonly labels: readonly string[];
}

/** An edge from node to node. */
export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Which of the branches of `from` it is; undefined for an edge without choice. */
  readonly branch: number | undefined;
  /** It leads back to a node that it can be reached from. */
  readonly isBack: boolean;
}

/** A flow as a graph. Start, terminals, decisions and back edges are derived from nodes and edges. */
export interface GraphModel {
  /** In the order in which they are reached from the start; those that are not reached come last. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

interface Ways {
  /** Target of the edge without choice. */
  plain: string[];
  branches: { to: string; labels: string[] }[];
}

/**
 * The graph of a flow. The definition may be broken: what is not a node or an edge is passed over, and nodes that only
 * edges or the run know are there and marked.
 *
 * @param visited ids of the nodes that the run was at.
 */
export function buildGraph(flow: Flow, visited: Iterable<string> = []): GraphModel {
  const defined = new Map(Object.entries(flow.nodes as { readonly [id: string]: unknown }));
  const ways = collectWays(flow.edges as readonly unknown[]);
  const missing = new Map<string, "edge" | "run">();
  for (const [from, { plain, branches }] of ways) {
    for (const id of [from, ...plain, ...branches.map(({ to }) => to)]) {
      if (!defined.has(id)) missing.set(id, "edge");
    }
  }
  for (const id of visited) if (!defined.has(id) && !missing.has(id)) missing.set(id, "run");

  const start = String(flow.startAt);
  const { order, backEdges } = walk(start, [...defined.keys(), ...missing.keys()], ways);
  const nodes = order.map((id): GraphNode => {
    const out = ways.get(id);
    const definition = defined.get(id);
    return {
      id,
      nodeType: textOf(definition, "nodeType") ?? "",
      title: textOf(definition, "summary") ?? textOf(definition, "statusDetail"),
      isStart: id === start,
      isTerminal: out === undefined,
      branches: out?.branches ?? [],
      missing: missing.get(id),
    };
  });
  return { nodes, edges: edgesOf(order, ways, backEdges) };
}

/** The branch of a decision that leads from one node to another; undefined when there is none. */
export function branchBetween(
  flow: Flow,
  from: string,
  to: string,
): { readonly on: string; readonly values: readonly string[] } | undefined {
  for (const edge of flow.edges as readonly unknown[]) {
    if (textOf(edge, "from") !== from) continue;
    const choice = fieldOf(edge, "switch");
    const cases = fieldOf(choice, "cases");
    if (typeof cases !== "object" || cases === null) continue;
    const values = Object.entries(cases).flatMap(([value, target]) =>
      target === to ? [value] : [],
    );
    if (values.length > 0) return { on: textOf(choice, "on") ?? "", values };
  }
  return undefined;
}

function collectWays(edges: readonly unknown[]): Map<string, Ways> {
  const ways = new Map<string, Ways>();
  const waysOf = (from: string): Ways => {
    const known = ways.get(from) ?? { plain: [], branches: [] };
    ways.set(from, known);
    return known;
  };
  for (const edge of edges) {
    const from = textOf(edge, "from");
    if (from === undefined) continue;
    const to = textOf(edge, "to");
    if (to !== undefined && !waysOf(from).plain.includes(to)) waysOf(from).plain.push(to);
    const cases = fieldOf(fieldOf(edge, "switch"), "cases");
    if (typeof cases !== "object" || cases === null) continue;
    for (const [label, target] of Object.entries(cases)) {
      if (typeof target !== "string") continue;
      const { branches } = waysOf(from);
      const known = branches.find((branch) => branch.to === target);
      if (known === undefined) branches.push({ to: target, labels: [label] });
      else known.labels.push(label);
    }
  }
  return ways;
}

function targetsOf(ways: Ways | undefined): string[] {
  return ways === undefined ? [] : [...ways.plain, ...ways.branches.map(({ to }) => to)];
}

/** Walks depth first from the start: an edge to a node that is still being walked leads back. */
function walk(
  start: string,
  ids: readonly string[],
  ways: ReadonlyMap<string, Ways>,
): { order: string[]; backEdges: Set<string> } {
  const known = new Set(ids);
  const state = new Map<string, "open" | "done">();
  const backEdges = new Set<string>();
  const finished: string[] = [];
  for (const root of known.has(start) ? [start, ...ids] : ids) {
    if (state.has(root)) continue;
    const stack = [{ id: root, targets: targetsOf(ways.get(root)).toReversed() }];
    state.set(root, "open");
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.targets.shift();
      if (next === undefined) {
        state.set(top.id, "done");
        finished.push(top.id);
        stack.pop();
      } else if (state.get(next) === "open") {
        backEdges.add(edgeKey(top.id, next));
      } else if (!state.has(next)) {
        state.set(next, "open");
        stack.push({ id: next, targets: targetsOf(ways.get(next)).toReversed() });
      }
    }
  }
  // Whoever finished last can be reached from nobody else: the reverse is an order from the start on.
  const order = finished.toReversed();
  const roots = order.indexOf(start);
  return {
    order: roots > 0 ? [...order.slice(roots), ...order.slice(0, roots)] : order,
    backEdges,
  };
}

function edgesOf(
  order: readonly string[],
  ways: ReadonlyMap<string, Ways>,
  backEdges: ReadonlySet<string>,
): GraphEdge[] {
  return order.flatMap((from) => {
    const { plain = [], branches = [] } = ways.get(from) ?? {};
    const edge = (to: string, branch: number | undefined): GraphEdge => ({
      id: edgeKey(from, to) + (branch === undefined ? "" : `#${branch}`),
      from,
      to,
      branch,
      isBack: backEdges.has(edgeKey(from, to)),
    });
    return [...plain.map((to) => edge(to, undefined)), ...branches.map(({ to }, i) => edge(to, i))];
  });
}

function edgeKey(from: string, to: string): string {
  return JSON.stringify([from, to]);
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as { readonly [key: string]: unknown })[key];
}

function textOf(value: unknown, key: string): string | undefined {
  const field = fieldOf(value, key);
  return typeof field === "string" ? field : undefined;
}
