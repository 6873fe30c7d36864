import type { Rule } from "../../engine/rule.ts";
import { keepsCurrent } from "./compare/current.ts";
import { sourcePlaces } from "./compare/events.ts";
import { followProjections } from "./compare/follower.ts";
import { shownOf } from "./compare/moments.ts";

/** An interrupted run leaves no current* fields; spec/text/projections.md#projection-current. */
export const currentKept: Rule = {
  id: "projection/current-kept",
  needs: ["run", "live", "trace"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        const [first, ...others] = shownOf(ctx).filter(keepsCurrent);
        if (first === undefined) return;
        const { file, value, state } = first;
        report({
          file,
          pointer: "/currentAttemptId",
          ...(value.currentNode !== undefined && { nodeId: value.currentNode }),
          ...(value.currentAttemptId !== undefined && { attemptId: value.currentAttemptId }),
          message:
            "The run was interrupted and has ended, but the fields of its open attempt are still there",
          actual: value.currentAttemptId,
          related: [
            ...others.map((other) => ({
              file: other.file,
              pointer: "/currentAttemptId",
              message: "here too",
            })),
            ...sourcePlaces(state, "status"),
          ],
          hint: "no attempt is open once the run has ended; readers take the status first",
        });
      },
    };
  },
};
