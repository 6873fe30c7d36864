import type { Rule } from "../../engine/rule.ts";

/** record.eventLog names the bundled file, in one segment; spec/text/sessions.md#session-record-event-log. */
export const recordEventLog: Rule = {
  id: "session/record-event-log",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory, record }) {
        if (record === undefined) return;
        const wanted = { active_path: `${directory}/events.ndjson`, segment_count: 1, max_segments: 1 };
        const actual = record.eventLog as Record<string, unknown>;
        for (const [key, expected] of Object.entries(wanted)) {
          if (actual[key] === expected) continue;
          report({
            file: `${directory}/record.json`,
            pointer: `/eventLog/${key}`,
            sessionId,
            message: "eventLog does not describe the events of this bundle",
            expected,
            actual: actual[key],
          });
        }
      },
    };
  },
};
