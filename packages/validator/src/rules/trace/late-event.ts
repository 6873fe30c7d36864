import type { FoldState } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";
import { Strangers } from "../attempt/strangers.ts";
import { wasInterrupted } from "../attempt/without-outcome.ts";
import { placeOf } from "../place.ts";
import { lateness } from "./late.ts";

/** Events of acp, action and artifact scope belong to the open attempt; spec/text/trace.md#trace-late-event. */
export const lateEvent: Rule = {
  id: "trace/late-event",
  needs: ["trace"],
  check(ctx, report) {
    const strangers = new Strangers(ctx.fold);
    return {
      on: {
        "*": (at) => {
          const stranger = strangers.see(at.event);
          const late = lateness(at.event, ctx.fold);
          if (late === undefined || late.overtaken) return;
          // What never started is told once, a second start is attempt/unique.
          if (stranger !== undefined && stranger !== "never-started") return;
          const { terminal } = ctx.fold;
          const { message, pointer, expected, actual, remedy } = late;
          report({
            ...placeOf(at),
            pointer,
            message,
            ...(expected === undefined ? {} : { expected }),
            ...(actual === undefined ? {} : { actual }),
            ...(terminal === null ? {} : { related: [placeOfTerminal(terminal)] }),
            hint: ctx.version === "1.0" ? explain(ctx.fold) : remedy,
          });
        },
      },
    };
  },
};

/** How such an event came about with a released writer. */
function explain(fold: FoldState): string {
  return wasInterrupted(fold)
    ? "a signal ended the run while it still wrote; readers ignore what follows the end"
    : "an attempt that had timed out went on working; take receipts from node_outcome only";
}

function placeOfTerminal({ type, seq }: { readonly type: string; readonly seq: number }) {
  return { file: "trace.ndjson", line: seq, message: type };
}
