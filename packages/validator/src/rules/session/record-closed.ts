import type { Rule } from "../../engine/rule.ts";

/** 1.0: closed is true for isolated sessions and false for others; spec/text/known-deviations.md#session-record-closed. */
export const recordClosed: Rule = {
  id: "session/record-closed",
  needs: ["manifest"],
  applies: (ctx) => ctx.finished,
  check(_ctx, report) {
    return {
      session({ sessionId, directory, record, binding }) {
        if (record === undefined || binding === undefined) return;
        const isolated = binding.key.startsWith("isolated::");
        if (record.closed === isolated) return;
        report({
          file: `${directory}/record.json`,
          pointer: "/closed",
          sessionId,
          message: `closed is ${record.closed} for a session that is ${isolated ? "isolated" : "kept"}`,
          expected: isolated,
          actual: record.closed,
        });
      },
    };
  },
};
