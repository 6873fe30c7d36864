import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Every event has the manifest's runId; spec/text/trace.md#trace-run-id. */
export const runId: Rule = {
  id: "trace/run-id",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    const expected = ctx.manifest?.runId;
    return {
      on: {
        "*": (at) => {
          const actual = at.event.runId;
          if (actual === expected) return;
          // Without the attempt, so that a whole trace of another run is one finding.
          const { nodeId: _nodeId, attemptId: _attemptId, ...place } = placeOf(at);
          report({
            ...place,
            pointer: "/runId",
            message: "The event belongs to another run than the manifest",
            expected,
            actual,
            related: [{ file: "manifest.json", pointer: "/runId" }],
            hint: "each event has the runId of the bundle that it is written to",
          });
        },
      },
    };
  },
};
