import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Notes event types of 1.1 in a 1.0 bundle; spec/text/trace.md#trace-unknown-type. */
export const newerType: Rule = {
  id: "trace/newer-type",
  needs: ["trace"],
  applies: (ctx) => ctx.version === "1.0",
  check(_ctx, report): Handlers {
    const note = (at: TraceLine): void => {
      report({
        ...placeOf(at),
        pointer: "/type",
        message: `${at.event.type} came in with version 1.1, and this bundle is one of 1.0: only its envelope was checked`,
        actual: at.event.type,
        hint: 'a writer of 1.1 sets `specVersion: "1.1"` in the manifest; then all of 1.1 is checked',
      });
    };
    return { on: { run_timed_out: note, run_waiting: note, run_resumed: note } };
  },
};
