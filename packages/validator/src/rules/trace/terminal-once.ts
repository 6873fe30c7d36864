import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { lateness } from "./late.ts";
import { terminalTypes } from "./terminal-types.ts";

/** A run ends once; spec/text/run-lifecycle.md#trace-terminal-once. */
export const terminalOnce: Rule = {
  id: "trace/terminal-once",
  needs: ["trace"],
  check(ctx, report): Handlers {
    const check = (at: TraceLine): void => {
      const first = ctx.fold.terminal;
      if (first === null || lateness(at.event, ctx.fold) !== undefined) return;
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${at.event.type} comes after ${first.type}: the run had ended`,
        related: [{ file: "trace.ndjson", line: first.seq, message: first.type }],
        hint: "write one terminal event, as the last line of the trace; the first one counts",
      });
    };
    return { on: Object.fromEntries([...terminalTypes].map((type) => [type, check])) };
  },
};
