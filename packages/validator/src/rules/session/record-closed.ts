import { isIsolated } from "@flow-bundle/bundle";
import type { Rule } from "../../engine/rule.ts";

/** 1.0: closed is true for isolated sessions and false for others; spec/text/sessions.md#session-record-closed. */
export const recordClosed: Rule = {
  id: "session/record-closed",
  needs: ["manifest"],
  applies: (ctx) => ctx.finished,
  check(_ctx, report) {
    return {
      session({ sessionId, directory, record, binding }) {
        if (record === undefined || binding === undefined) return;
        const expected = isIsolated(binding);
        if (record.closed === expected) return;
        report({
          file: `${directory}/record.json`,
          pointer: "/closed",
          sessionId,
          message: `closed is ${record.closed} for a session that is ${expected ? "isolated" : "persistent"}`,
          expected,
          actual: record.closed,
          related: [{ file: `${directory}/binding.json`, pointer: "/key" }],
          hint: "an isolated session is closed after its turn; a persistent one stays open when the run ends",
        });
      },
    };
  },
};
