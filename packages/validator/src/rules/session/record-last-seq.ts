import type { Rule } from "../../engine/rule.ts";

/** record.lastSeq is the number of session events; spec/text/sessions.md#session-record-last-seq. */
export const recordLastSeq: Rule = {
  id: "session/record-last-seq",
  needs: ["manifest"],
  check(ctx, report) {
    // While a run of 1.1 goes on, the record may lag.
    if (ctx.version === "1.1" && ctx.status === "running") return;
    return {
      session({ sessionId, directory, record, hasEvents }) {
        if (record === undefined || !hasEvents) return;
        let lines = 0;
        return {
          line() {
            lines += 1;
          },
          end() {
            if (record.lastSeq === lines) return;
            report({
              file: `${directory}/record.json`,
              pointer: "/lastSeq",
              sessionId,
              message: "lastSeq is not the number of session events",
              expected: lines,
              actual: record.lastSeq,
              related: [{ file: `${directory}/events.ndjson` }],
              hint: "the record was not brought up to date after the last turn",
            });
          },
        };
      },
    };
  },
};
