import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Notes a run that timed out and says so with run_failed; spec/text/run-lifecycle.md#trace-timed-out-as-failed. */
export const timedOutAsFailed: Rule = {
  id: "trace/timed-out-as-failed",
  needs: ["trace"],
  // In 1.1 the schema of run_failed says so.
  applies: (ctx) => ctx.version === "1.0",
  check(_ctx, report) {
    return {
      on: {
        run_failed: (at) => {
          const { payload } = at.event as { readonly payload: { readonly status: string } };
          if (payload.status !== "timed_out") return;
          report({
            ...placeOf(at),
            pointer: "/payload/status",
            message:
              "The run timed out and ends with run_failed; from version 1.1 on it ends with run_timed_out",
          });
        },
      },
    };
  },
};
