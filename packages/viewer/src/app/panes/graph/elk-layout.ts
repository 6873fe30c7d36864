import elkApi, { type ELK, type ElkNode } from "elkjs/lib/elk-api.js";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";
import type { GraphModel } from "./flow-model.ts";
import { gridLayout } from "./grid-layout.ts";
import { exitOf, nodeHeight, nodeWidth, type Layout, type Point } from "./layout.ts";

const patienceMs = 4000;
/** A graph is laid out once: afterwards the worker's memory is of more use than the worker. */
const keptMs = 1000;

const options: Readonly<Record<string, string>> = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.spacing.nodeNode": "40",
  "elk.spacing.edgeNode": "20",
  "elk.layered.spacing.nodeNodeBetweenLayers": "52",
  "elk.layered.spacing.edgeNodeBetweenLayers": "20",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
};

let warm: ELK | undefined;
let atWork = 0;
let retirement: ReturnType<typeof setTimeout> | undefined;

/** The library's worker is a classic script of this host. It is large: whoever will need it calls this early. */
export function warmUp(): ELK {
  clearTimeout(retirement);
  warm ??= new elkApi.default({ workerFactory: () => new Worker(workerUrl) });
  return warm;
}

/**
 * Lays a graph out in layers, in a worker. When that fails, or takes longer than a person waits, it is a grid: `reason`
 * then says why.
 */
export async function layeredLayout(
  model: GraphModel,
): Promise<{ readonly layout: Layout; readonly reason: string | undefined }> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  atWork += 1;
  try {
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), patienceMs);
    });
    const result = await Promise.race([warmUp().layout(toElk(model)), late]);
    if (result !== "late") return { layout: fromElk(result, model), reason: undefined };
    // It is still at work on this graph.
    retire();
    return { layout: gridLayout(model), reason: "it takes too long" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { layout: gridLayout(model), reason };
  } finally {
    clearTimeout(timer);
    clearTimeout(retirement);
    atWork -= 1;
    if (atWork === 0) retirement = setTimeout(retire, keptMs);
  }
}

function retire(): void {
  warm?.terminateWorker();
  warm = undefined;
}

/** Ids of the bundle can be anything: the library gets numbers. */
function toElk({ nodes, edges }: GraphModel): ElkNode {
  const numbers = new Map(nodes.map(({ id }, i) => [id, String(i)]));
  const reached = new Set(edges.filter(({ isBack }) => !isBack).map(({ to }) => to));
  const exits = (node: (typeof nodes)[number]) =>
    edges.flatMap((edge, i) => (edge.from === node.id ? [{ edge, i }] : []));
  return {
    id: "root",
    layoutOptions: { ...options },
    children: nodes.map((node, i) => ({
      id: String(i),
      width: nodeWidth,
      height: nodeHeight(node),
      layoutOptions: {
        "elk.portConstraints": "FIXED_POS",
        ...(node.isStart &&
          !reached.has(node.id) && { "elk.layered.layering.layerConstraint": "FIRST" }),
        ...(node.isTerminal &&
          reached.has(node.id) && { "elk.layered.layering.layerConstraint": "LAST" }),
      },
      ports: [
        {
          id: `in-${i}`,
          x: nodeWidth / 2,
          y: 0,
          width: 0,
          height: 0,
          layoutOptions: side("NORTH"),
        },
        ...exits(node).map(({ edge, i: number }) => ({
          id: `out-${number}`,
          ...exitOf(node, edge),
          width: 0,
          height: 0,
          layoutOptions: side("SOUTH"),
        })),
      ],
    })),
    edges: edges.flatMap(({ to, isBack }, i) =>
      isBack
        ? []
        : [{ id: `e${i}`, sources: [`out-${i}`], targets: [`in-${numbers.get(to) ?? ""}`] }],
    ),
  };
}

function side(name: string): Record<string, string> {
  return { "elk.port.side": name };
}

function fromElk({ children = [], edges = [], width = 0, height = 0 }: ElkNode, model: GraphModel) {
  const places = new Map<string, Point>();
  for (const { id, x = 0, y = 0 } of children) {
    const node = model.nodes[Number(id)];
    if (node !== undefined) places.set(node.id, { x, y });
  }
  const bends = new Map<string, readonly Point[]>();
  for (const { id, sections } of edges) {
    const edge = model.edges[Number(id.slice(1))];
    if (edge !== undefined) bends.set(edge.id, sections?.[0]?.bendPoints ?? []);
  }
  return { places, bends, width, height } satisfies Layout;
}
