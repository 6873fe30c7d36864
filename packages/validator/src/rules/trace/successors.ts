import type { AttemptState } from "@flow-bundle/bundle";
import type { ArtifactReference, Flow, FlowEdge } from "@flow-bundle/schema";
import type { RelatedPlace } from "../../engine/finding.ts";

/** Where a run may go after an attempt. */
export interface Successors {
  /** The nodes that may start; empty when none may. */
  readonly nodes: readonly string[];
  /** Why these, to follow "…, but". */
  readonly because: () => string;
  /** What says so. */
  readonly related: RelatedPlace;
  /** The output that decides is in this artifact: until it was read, `nodes` are all that the switch leads to. */
  readonly undecided?: { readonly artifact: ArtifactReference; readonly edge: number };
}

type Way = Pick<Successors, "nodes" | "because">;
type Switch = NonNullable<FlowEdge["switch"]>;

/** The edges of a flow by the node that they lead from; spec/text/flow.md#edges. */
export class Edges {
  readonly #byNode = new Map<string, { readonly edge: FlowEdge; readonly index: number } | null>();
  readonly #lenient: boolean;
  readonly #redacted: boolean;

  constructor(flow: Flow, options: { readonly lenient: boolean; readonly redacted: boolean }) {
    this.#lenient = options.lenient;
    this.#redacted = options.redacted;
    for (const [index, edge] of flow.edges.entries()) {
      // Two edges from one node are flow/second-edge.
      this.#byNode.set(edge.from, this.#byNode.has(edge.from) ? null : { edge, index });
    }
  }

  /** Where the run may go after this attempt; undefined when the flow does not say it clearly. */
  after(last: AttemptState): Successors | undefined {
    const found = this.#byNode.get(last.nodeId);
    if (found === null) return undefined;
    if (found === undefined) {
      const because = () => `no edge leads on from ${JSON.stringify(last.nodeId)}`;
      return { nodes: [], because, related: { file: "flow.json", pointer: "/edges" } };
    }
    const { edge, index } = found;
    const related = placeOfEdge(index);
    if (edge.switch !== undefined) {
      const artifact = this.#deciding(edge.switch, last);
      return artifact === undefined
        ? { ...this.#choose(edge.switch, last), related }
        : { ...anyCase(edge.switch), related, undecided: { artifact, edge: index } };
    }
    const { to } = edge;
    if (to === undefined) return undefined;
    return last.outcome === "ok"
      ? { nodes: [to], because: () => leadsTo(last.nodeId, to), related }
      : { nodes: [], because: () => onlyAfterOk(last), related };
  }

  /** Where a switch leads, now that the output that decides was read. */
  decide(edge: number, { edges }: Flow, output: unknown): Successors | undefined {
    const chosen = edges[edge]?.switch;
    if (chosen === undefined) return undefined;
    const value = valueAt(output, outputPath(chosen.on) ?? []);
    return { ...this.#byValue(chosen, value), related: placeOfEdge(edge) };
  }

  /** The artifact with the output that decides, when it is JSON. */
  #deciding({ on }: Switch, { outcome, output }: AttemptState): ArtifactReference | undefined {
    if (this.#redacted || outcome !== "ok" || outputPath(on) === undefined) return undefined;
    if (output === null || !("artifact" in output)) return undefined;
    return output.artifact.mediaType === "application/json" ? output.artifact : undefined;
  }

  #choose(chosen: Switch, last: AttemptState): Way {
    const { on } = chosen;
    if (on.startsWith("$result.")) {
      const key = on.slice("$result.".length);
      const { outcome, nodeId, nodeType, attemptId } = last;
      const known = new Map(Object.entries({ outcome, nodeId, nodeType, attemptId }));
      return known.has(key) ? this.#byValue(chosen, known.get(key)) : anyCase(chosen);
    }
    if (last.outcome !== "ok") return { nodes: [], because: () => onlyAfterOk(last) };
    const path = outputPath(on);
    if (path === undefined || this.#redacted) return anyCase(chosen);
    const { output } = last;
    if (output === null) return this.#byValue(chosen, undefined);
    if ("inline" in output) return this.#byValue(chosen, valueAt(output.inline, path));
    // A text has no members; what else there may be in an artifact is not known.
    const isText = output.artifact.mediaType === "text/plain";
    return isText ? this.#byValue(chosen, undefined) : anyCase(chosen);
  }

  #byValue(chosen: Switch, value: unknown): Way {
    const { on, cases } = chosen;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      const label = String(value);
      const node = Object.hasOwn(cases, label) ? cases[label] : undefined;
      const said = () => `${on} is ${JSON.stringify(label.length > 100 ? cut(label) : value)}`;
      return node === undefined
        ? { nodes: [], because: () => `${said()}, for which there is no case` }
        : { nodes: [node], because: () => `${said()}, which leads to ${JSON.stringify(node)}` };
    }
    // Values of released writers may have been more than JSON can hold.
    if (this.#lenient && (value === undefined || value === null)) return anyCase(chosen);
    return { nodes: [], because: () => `${on} is no string, number or boolean, and leads nowhere` };
  }
}

function anyCase({ cases, on }: Switch): Way {
  return {
    nodes: Object.values(cases),
    because: () => `none of the cases of ${on} leads there`,
  };
}

function placeOfEdge(index: number): RelatedPlace {
  return { file: "flow.json", pointer: `/edges/${index}` };
}

function leadsTo(from: string, to: string): string {
  return `the edge from ${JSON.stringify(from)} leads to ${JSON.stringify(to)}`;
}

function onlyAfterOk({ outcome, nodeId }: AttemptState): string {
  return `that ended ${outcome ?? "without outcome"}, and the edge from ${JSON.stringify(nodeId)} is followed after ok only`;
}

function cut(text: string): string {
  return `${text.slice(0, 100).toWellFormed()}…`;
}

/** The members that `on` goes through in the output; undefined when it reads something else. */
function outputPath(on: string): readonly string[] | undefined {
  for (const prefix of ["$output.", "$."]) {
    if (on.startsWith(prefix)) return on.slice(prefix.length).split(".");
  }
  return undefined;
}

function valueAt(output: unknown, path: readonly string[]): unknown {
  let value = output;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
