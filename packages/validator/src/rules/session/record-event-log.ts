import type { Rule } from "../../engine/rule.ts";

/** record.eventLog names the one file with the events; spec/text/sessions.md#session-record-event-log. */
export const recordEventLog: Rule = {
  id: "session/record-event-log",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory, record }) {
        if (record === undefined) return;
        const { eventLog } = record;
        const wanted = {
          active_path: `${directory}/events.ndjson`,
          segment_count: 1,
          max_segments: 1,
        } as const;
        for (const key of Object.keys(wanted) as (keyof typeof wanted)[]) {
          if (eventLog[key] === wanted[key]) continue;
          report({
            file: `${directory}/record.json`,
            pointer: `/eventLog/${key}`,
            sessionId,
            message: `eventLog does not describe the events of this bundle: ${key} is another`,
            expected: wanted[key],
            actual: eventLog[key],
            hint: "all events of a session are in one file of the bundle; rewrite eventLog when the record is copied into it",
          });
        }
      },
    };
  },
};
