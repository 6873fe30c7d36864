import type { Rule } from "../../engine/rule.ts";

const names = ["binding.json", "record.json", "events.ndjson"];

/** A session folder has its three files; spec/text/sessions.md#session-file-missing. */
export const fileMissing: Rule = {
  id: "session/file-missing",
  needs: ["manifest"],
  check(ctx, report) {
    const listed = new Set(ctx.manifest?.sessions.map(({ id }) => id));
    return {
      session({ sessionId, directory }) {
        // While a run goes on, a session enters the manifest when its files exist.
        if (ctx.status === "running" && !listed.has(sessionId)) return;
        for (const name of names) {
          const file = `${directory}/${name}`;
          if (ctx.entries.has(file)) continue;
          report({
            file,
            sessionId,
            message: `Session ${JSON.stringify(sessionId)} has no ${name}`,
            hint: "each folder in sessions/ has binding.json, record.json and events.ndjson; the last may be empty",
          });
        }
      },
    };
  },
};
