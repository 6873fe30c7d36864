import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "./late.ts";
import { terminalTypes } from "./terminal-types.ts";

/** Nothing comes after the terminal event; spec/text/run-lifecycle.md#trace-after-terminal. */
export const afterTerminal: Rule = {
  id: "trace/after-terminal",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: {
        "*": (at) => {
          const { terminal } = ctx.fold;
          if (terminal === null || terminalTypes.has(at.event.type)) return;
          // Those are trace/late-event.
          if (lateness(at.event, ctx.fold) !== undefined) return;
          report({
            ...placeOf(at),
            pointer: "/type",
            message: `${at.event.type} comes after ${terminal.type}: the run had ended`,
            related: [{ file: "trace.ndjson", line: terminal.seq, message: terminal.type }],
            hint: "write the terminal event when everything else was written",
          });
        },
      },
    };
  },
};
