import type { Rule } from "../../engine/rule.ts";

const shared = ["acpxRecordId", "acpSessionId", "agentSessionId", "agentCommand", "cwd", "name"] as const;

/** record.json and binding.json agree; spec/text/sessions.md#session-record-ids. */
export const recordIds: Rule = {
  id: "session/record-ids",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory, record, binding }) {
        if (record === undefined || binding === undefined) return;
        for (const key of shared) {
          if (record[key] === binding[key]) continue;
          report({
            file: `${directory}/record.json`,
            pointer: record[key] === undefined ? "" : `/${key}`,
            sessionId,
            message: `${key} is not that of binding.json`,
            expected: binding[key] ?? null,
            actual: record[key] ?? null,
            related: [{ file: `${directory}/binding.json`, ...(binding[key] === undefined ? {} : { pointer: `/${key}` }) }],
          });
        }
      },
    };
  },
};
