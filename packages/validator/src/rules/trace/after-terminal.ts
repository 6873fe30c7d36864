import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "./late.ts";
import { terminalTypes } from "./terminal-types.ts";

/** Nothing comes after the terminal event; spec/text/run-lifecycle.md#trace-after-terminal. */
export const afterTerminal: Rule = {
  id: "trace/after-terminal",
  needs: ["trace"],
  check(ctx, report) {
    let told = false;
    return {
      on: {
        "*": (at) => {
          const { terminal } = ctx.fold;
          if (terminal === null || told) return;
          const { type } = at.event;
          // Those are trace/terminal-once, trace/first-event and trace/late-event.
          if (terminalTypes.has(type) || type === "run_started") return;
          if (lateness(at.event, ctx.fold) !== undefined) return;
          told = true;
          report({
            ...placeOf(at),
            pointer: "/type",
            message: `${type} comes after ${terminal.type}: the run had ended`,
            related: [{ file: "trace.ndjson", line: terminal.seq, message: terminal.type }],
            hint: "write the terminal event when everything else was written; what follows it is ignored",
          });
        },
      },
    };
  },
};
