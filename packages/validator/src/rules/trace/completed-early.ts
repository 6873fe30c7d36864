import type { AttemptState } from "@flow-bundle/bundle";
import type { Flow, FlowEdge, NodeOutcome, NodeStarted } from "@flow-bundle/schema";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";
import { DisputedNodes } from "../attempt/disputed-nodes.ts";
import { placeOf } from "../place.ts";

type Fault = Pick<FindingInput, "message" | "expected" | "related">;

/** A run completes at the end of its graph only; spec/text/run-lifecycle.md#trace-completed-early. */
export const completedEarly: Rule = {
  id: "trace/completed-early",
  needs: ["flow", "trace"],
  check(ctx, report) {
    const { flow } = ctx;
    if (flow === undefined) return;
    /** What happened last is not known: attempt/not-open or attempt/unique tells why. */
    let lost = false;
    const disputed = new DisputedNodes(ctx.fold);
    let early: FindingInput | undefined;
    return {
      on: {
        node_started: ({ event }) => {
          lost = ctx.fold.attempt((event as NodeStarted).attemptId) !== undefined;
        },
        node_outcome: ({ event }) => {
          disputed.see(event as NodeOutcome);
          if (ctx.fold.attempt((event as NodeOutcome).attemptId) === undefined) lost = true;
        },
        run_completed: (at) => {
          const { lastAttempt, terminal } = ctx.fold;
          // Those are trace/terminal-once and attempt/outcome-missing.
          if (terminal !== null || lost || lastAttempt?.outcome === null) return;
          // Of which node it was is attempt/node-mismatch.
          if (disputed.has(lastAttempt?.attemptId)) return;
          const fault =
            lastAttempt === null
              ? faultOfStart(flow, ctx.version)
              : faultOfLast(flow, lastAttempt, ctx.version);
          if (fault === undefined) return;
          early = {
            ...placeOf(at),
            pointer: "/type",
            ...fault,
            actual: "run_completed",
            ...(lastAttempt === null
              ? {}
              : { nodeId: lastAttempt.nodeId, attemptId: lastAttempt.attemptId }),
            hint: "perhaps attempts are missing before this event; a run that stops on its way ends with run_failed or run_timed_out",
          };
        },
      },
      traceEnd() {
        // Where the run goes on all the same, that is trace/after-terminal.
        if (early !== undefined && ctx.fold.ignored.afterTerminal === 0) report(early);
      },
    };
  },
};

function faultOfStart({ startAt, nodes }: Flow, version: string): Fault | undefined {
  // acpx before 0.19 completes such a flow at once.
  if ((version === "1.0" && startAt === "") || !Object.hasOwn(nodes, startAt)) return undefined;
  return {
    message: `The run completed without any attempt, but its flow starts at ${JSON.stringify(startAt)}`,
    expected: `an attempt of ${JSON.stringify(startAt)} before it`,
    related: [{ file: "flow.json", pointer: "/startAt" }],
  };
}

function faultOfLast(
  { edges, nodes }: Flow,
  { attemptId, nodeId, outcome, finishedSeq }: AttemptState,
  version: string,
): Fault | undefined {
  const last = JSON.stringify(attemptId);
  if (outcome !== "ok") {
    return {
      message: `The run completed, but its last attempt, ${last}, ended ${outcome}`,
      expected: outcome === "timed_out" ? "run_timed_out or run_failed" : "run_failed",
      related: [{ file: "trace.ndjson", line: finishedSeq ?? 0, pointer: "/payload/outcome" }],
    };
  }
  const own = [...edges.entries()].filter(([, { from }]) => from === nodeId);
  const [found] = own;
  // Two edges are flow/second-edge, an edge to nowhere flow/unknown-node.
  if (found === undefined || own.length > 1) return undefined;
  const [index, edge] = found;
  const next = targets(edge);
  if (!next.every((target) => Object.hasOwn(nodes, target))) return undefined;
  if (version === "1.0" && next.includes("")) return undefined;
  return {
    message: `The run completed after ${last}, but an edge leads on from ${JSON.stringify(nodeId)}`,
    expected: `an attempt of ${[...new Set(next)].map((target) => JSON.stringify(target)).join(" or ")} before it`,
    related: [{ file: "flow.json", pointer: `/edges/${index}` }],
  };
}

/** A switch leads on, or ends the run as failed; it never completes it. */
function targets({ to, switch: chosen }: FlowEdge): readonly string[] {
  return to === undefined ? Object.values(chosen?.cases ?? {}) : [to];
}
