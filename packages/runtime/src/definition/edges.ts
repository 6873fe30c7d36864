import type { FlowEdge } from "../authoring/types.ts";
import { quote } from "./mistakes.ts";
import type { Mistakes, Place } from "./mistakes.ts";
import { nearNames } from "./near.ts";
import { isPlainEnough, readOwn } from "./read.ts";
import type { Properties } from "./read.ts";
import { checkShape, edgeShape, switchShape } from "./shapes.ts";

const mostListed = 8;

/** Checks one edge for itself and gives a copy whose properties were read once; extra ones are kept. */
export function checkEdge(edge: unknown, place: Place, mistakes: Mistakes): FlowEdge | undefined {
  if (!isPlainEnough(edge)) {
    mistakes.expected(place, "an edge, an object with from and either to or switch", edge);
    return undefined;
  }
  const properties = readOwn(edge, place, mistakes);
  checkShape(edgeShape, properties, place, mistakes);
  const { to, switch: choice } = properties;
  if (to === undefined) delete properties["to"];
  if (choice === undefined) delete properties["switch"];
  if (to !== undefined && choice !== undefined) {
    mistakes.add(place, "an edge has either to or switch; it has both");
  } else if (to === undefined && choice === undefined) {
    mistakes.add(
      place,
      "an edge needs to, a node, or switch, a choice between nodes; it has neither",
    );
  } else if (to === undefined) {
    properties["switch"] = checkSwitch(choice, [...place, "switch"], mistakes);
  }
  return properties as unknown as FlowEdge;
}

function checkSwitch(choice: unknown, place: Place, mistakes: Mistakes): Properties {
  if (!isPlainEnough(choice)) {
    mistakes.expected(place, "an object with on and cases", choice);
    return {};
  }
  const properties = readOwn(choice, place, mistakes);
  checkShape(switchShape, properties, place, mistakes);
  const here = [...place, "cases"];
  const { cases } = properties;
  if (!isPlainEnough(cases)) {
    mistakes.expected(here, "an object that gives a node for each value", cases);
    return properties;
  }
  const read = readOwn(cases, here, mistakes);
  if (Object.keys(read).length === 0) {
    mistakes.add(here, "expected at least one case; found none");
  }
  for (const [value, target] of Object.entries(read)) {
    if (typeof target !== "string") mistakes.expected([...here, value], "the id of a node", target);
  }
  properties["cases"] = read;
  return properties;
}

/** Checks what the edges say together: they name nodes of the flow, and no node has two. */
export function checkGraph(
  startAt: unknown,
  nodes: readonly string[],
  edges: readonly unknown[],
  mistakes: Mistakes,
): void {
  const known = new Set(nodes);
  const check = (id: unknown, place: Place) => {
    if (typeof id !== "string" || known.has(id)) return;
    mistakes.add(place, `there is no node ${quote(id)}; ${remedy(id, nodes)}`);
  };
  check(startAt, ["startAt"]);
  const first = new Map<string, number>();
  edges.forEach((edge, index) => {
    if (!isPlainEnough(edge)) return;
    const { from, to, switch: choice } = edge as Properties;
    const place = ["edges", index];
    check(from, [...place, "from"]);
    check(to, [...place, "to"]);
    if (isPlainEnough(choice)) {
      const { cases } = choice as Properties;
      for (const [value, target] of Object.entries(isPlainEnough(cases) ? cases : {})) {
        check(target, [...place, "switch", "cases", value]);
      }
    }
    if (typeof from !== "string") return;
    const earlier = first.get(from);
    if (earlier === undefined) first.set(from, index);
    else {
      const what = `the node ${quote(from)} has an edge already, edges[${earlier}]`;
      mistakes.add([...place, "from"], `${what}; make them one edge with a switch`);
    }
  });
}

function remedy(id: string, nodes: readonly string[]): string {
  const near = nearNames(id, nodes);
  if (near.length > 0) return `did you mean ${near.map((name) => quote(name)).join(" or ")}?`;
  if (nodes.length === 0) return "the flow has none";
  const listed = nodes.slice(0, mostListed).map((name) => quote(name));
  const more = nodes.length > mostListed ? ` and ${nodes.length - mostListed} more` : "";
  return `the flow has ${listed.join(", ")}${more}`;
}
