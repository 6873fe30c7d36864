import type { AttemptState } from "@flow-bundle/bundle";
import type {
  ArtifactReference,
  Flow,
  NodeOutcome,
  NodeStarted,
  RunResumed,
} from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { DisputedNodes } from "../attempt/disputed-nodes.ts";
import { placeOf } from "../place.ts";
import { Postponed } from "../postponed.ts";
import { Edges, type Successors } from "./successors.ts";

/** A start whose edge depends on an output that is in an artifact. */
interface Undecided {
  readonly at: TraceLine;
  readonly after: string;
  readonly edge: number;
  readonly artifact: ArtifactReference;
}

/** Attempts follow startAt and the edges of the flow; spec/text/run-lifecycle.md#trace-next-node. */
export const nextNode: Rule = {
  id: "trace/next-node",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const { flow } = ctx;
    if (flow === undefined) return;
    const edges = new Edges(flow, {
      lenient: ctx.version === "1.0",
      redacted: ctx.manifest?.redacted === true,
    });
    const undecided: Undecided[] = [];
    /** The attempt that a crash cut off and whose node is to start again. */
    let cutOff: AttemptState | undefined;
    /** What happened last is not known: another rule has found something wrong with it. */
    let lost = false;

    const known = (nodeId: string): boolean => Object.hasOwn(flow.nodes, nodeId);
    const disputed = new DisputedNodes(ctx.fold);
    const postponed = new Postponed(report);
    let told = false;
    const expect = (at: TraceLine, after: string, next: Successors, before?: string): void => {
      const { nodes, because, related } = next;
      const { nodeId, attemptId } = at.event as NodeStarted;
      if (nodes.includes(nodeId)) return;
      // A flow without any edge explains no step: the first one tells.
      if (flow.edges.length === 0 && told) return;
      told = true;
      const finding = {
        ...placeOf(at),
        pointer: "/nodeId",
        message: `${JSON.stringify(nodeId)} starts ${after}, but ${because()}`,
        ...(nodes.length === 0 ? {} : { expected: nodes.length === 1 ? nodes[0] : [...nodes] }),
        actual: nodeId,
        related: [related],
        hint: "attempts go from node to node as the edges of flow.json lead; perhaps one is missing before this one",
      };
      const isDisputed = (): boolean => disputed.has(attemptId) || disputed.has(before);
      postponed.add(() => (isDisputed() ? undefined : finding));
    };

    return {
      on: {
        run_resumed: ({ event }) => {
          const { cause, attemptId } = (event as RunResumed).payload;
          if (cause !== "crash") return;
          const { lastAttempt, waiting } = ctx.fold;
          // All that does not fit here is trace/resume-order.
          lost = waiting !== null;
          const named = attemptId === undefined ? lastAttempt : ctx.fold.attempt(attemptId);
          if (named?.outcome === "cancelled") cutOff = named;
        },
        node_outcome: ({ event }) => {
          disputed.see(event as NodeOutcome);
          // The outcome of an attempt that never started is attempt/not-open.
          if (ctx.fold.attempt((event as NodeOutcome).attemptId) === undefined) lost = true;
        },
        node_started: (at) => {
          const { nodeId, attemptId } = at.event as NodeStarted;
          const { lastAttempt, terminal } = ctx.fold;
          // After the end that is trace/after-terminal.
          if (terminal !== null) return;
          const again = cutOff;
          const skip = lost;
          cutOff = undefined;
          // A second start is attempt/unique: what comes of it is not known.
          lost = ctx.fold.attempt(attemptId) !== undefined;
          // A node that is none is attempt/unknown-node, a start too early attempt/one-open.
          if (lost || skip || !known(nodeId)) return;
          if (again !== undefined) {
            expect(at, "after a crash", restart(again));
          } else if (lastAttempt === null) {
            if (known(flow.startAt)) expect(at, "first", beginning(flow.startAt));
          } else if (lastAttempt.outcome !== null && known(lastAttempt.nodeId)) {
            const next = edges.after(lastAttempt);
            if (next === undefined) return;
            const after = `after ${JSON.stringify(lastAttempt.attemptId)}`;
            expect(at, after, next, lastAttempt.attemptId);
            if (next.undecided !== undefined && next.nodes.includes(nodeId)) {
              undecided.push({ at, after, ...next.undecided });
            }
          }
        },
      },
      traceEnd: () => postponed.end(),
      async end() {
        const decisions = new Map<string, Successors | undefined>();
        for (const { at, after, edge, artifact } of undecided) {
          const key = JSON.stringify([edge, artifact.path, artifact.sha256]);
          if (!decisions.has(key)) {
            decisions.set(key, await decide(ctx, flow, edges, edge, artifact));
          }
          const next = decisions.get(key);
          if (next !== undefined) expect(at, after, next);
        }
        postponed.end();
      },
    };
  },
};

function beginning(startAt: string): Successors {
  return {
    nodes: [startAt],
    because: () => `the flow starts at ${JSON.stringify(startAt)}`,
    related: { file: "flow.json", pointer: "/startAt" },
  };
}

function restart({ nodeId, attemptId, finishedSeq }: AttemptState): Successors {
  return {
    nodes: [nodeId],
    because: () =>
      `the node of ${JSON.stringify(attemptId)}, which the crash cut off, is to start again`,
    related: { file: "trace.ndjson", line: finishedSeq ?? 0, message: "its outcome" },
  };
}

/** Where the switch leads by the content of the artifact; undefined when that is gone or damaged. */
async function decide(
  ctx: BundleContext,
  flow: Flow,
  edges: Edges,
  edge: number,
  { path, sha256 }: ArtifactReference,
): Promise<Successors | undefined> {
  if (ctx.artifactFiles.get(path)?.sha256 !== sha256) return undefined;
  const json = await ctx.artifactJson(path);
  return json === undefined ? undefined : edges.decide(edge, flow, json.value);
}
