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
          if (at.event.runId === expected) return;
          report({
            ...placeOf(at),
            pointer: "/runId",
            message: "The event belongs to another run than the manifest",
            expected,
            actual: at.event.runId,
            related: [{ file: "manifest.json", pointer: "/runId" }],
          });
        },
      },
    };
  },
};
