import type { Members } from "../normal/run.ts";
import { errorOf, failAfter, goOn, neverBegan } from "./difference.ts";
import type { Difference } from "./difference.ts";

const switches: Difference = {
  id: "switches-checked-first",
  acpx: "A switch without cases, or whose `on` is no path, fails the run when it is reached.",
  ours: "The definition is refused, before anything runs.",
  reason: "Such an edge can only fail. Better before the first command than after the last.",
  apply(acpx) {
    const edges = ((acpx.flow as Members | null)?.["edges"] ?? []) as Members[];
    const cases = edges.map((edge) => (edge["switch"] as Members | undefined)?.["cases"]);
    const isEmpty = cases.some(
      (labels) => labels !== undefined && Object.keys(labels!).length === 0,
    );
    if (!errorOf(acpx).startsWith("<no path") && !isEmpty) return 0;
    neverBegan(acpx);
    return 1;
  },
};

const graph: Difference = {
  id: "graph-is-fixed",
  acpx: "A flow that takes nodes out of its own definition while it runs fails when such a node is reached.",
  ours: "The graph is the one that the run began with.",
  reason: "`flow.json` is a snapshot that never changes, and has to explain the whole run.",
  requirements: ["trace-next-node"],
  apply(acpx) {
    if (errorOf(acpx) !== "<no node gone>") return 0;
    goOn(acpx, [["gone", 2]]);
    return 1;
  },
};

const edges: Difference = {
  id: "edges-read-the-record",
  acpx: "An edge reads the value that the node gave: NaN has the case `NaN`; an object is no scalar, whatever its JSON is.",
  ours: "It reads the value as it was recorded, after JSON: NaN is null and has no case; a `Date` is its text.",
  reason: "A reader has to be able to tell from the bundle why the run went where it went.",
  requirements: ["trace-next-node"],
  apply(acpx, _ours, name) {
    if (name === "switch-values (nan)") failAfter(acpx, 1, "<no scalar at $.value>");
    else if (name === "switch-values (boxed)") goOn(acpx, [["found", "found"]]);
    else return 0;
    return 1;
  },
};

const endless: Difference = {
  id: "outputs-as-output",
  acpx: "A node that gives `outputs` itself makes a cycle of the state. The process ends, and the run keeps the status `running` for ever.",
  ours: "The output is what `outputs` was then, and the run goes on.",
  reason: "Every run has its end in the trace.",
  requirements: ["trace-terminal-once"],
  apply(acpx, _ours, name) {
    if (name !== "outputs-as-output") return 0;
    // There is no end that could be taken away.
    acpx.parts.push({ attempt: "run", events: [] });
    acpx.outputs = ["all", "first"];
    goOn(acpx, [["end", "end"]]);
    return 1;
  },
};

const badInput: Difference = {
  id: "exit-code-bad-flow",
  acpx: "`acpx flow run` ends with exit code 1 when a flow file cannot be loaded or its definition has mistakes.",
  ours: "`flow run` ends with 2, as for every other bad input.",
  reason: "A script can tell a run that failed from one that never began.",
  apply(acpx) {
    if (acpx.exitCode !== 1 || acpx.manifest !== null) return 0;
    acpx.exitCode = 2;
    return 1;
  },
};

export const flows: readonly Difference[] = [switches, graph, edges, endless, badInput];
