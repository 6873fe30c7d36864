import type { Rule } from "../../engine/rule.ts";
import { otherIdOf } from "./entry-id.ts";

const names = {
  bindingPath: "binding.json",
  recordPath: "record.json",
  eventsPath: "events.ndjson",
} as const;

/** The paths of a session entry are those of its folder; spec/text/manifest.md#manifest-session-paths. */
export const sessionPaths: Rule = {
  id: "manifest/session-paths",
  needs: ["manifest"],
  check(ctx, report) {
    for (const [index, session] of (ctx.manifest?.sessions ?? []).entries()) {
      const other = otherIdOf(session);
      if (other !== undefined) {
        report({
          file: "manifest.json",
          pointer: `/sessions/${index}/id`,
          sessionId: session.id,
          message: `The three paths are those of session ${JSON.stringify(other)}, id is not`,
          expected: other,
          actual: session.id,
        });
        continue;
      }
      for (const [key, name] of Object.entries(names) as [keyof typeof names, string][]) {
        const expected = `sessions/${session.id}/${name}`;
        if (session[key] === expected) continue;
        report({
          file: "manifest.json",
          pointer: `/sessions/${index}/${key}`,
          sessionId: session.id,
          message: `${key} is not the ${name} of session ${JSON.stringify(session.id)}`,
          expected,
          actual: session[key],
        });
      }
    }
  },
};
