import type { Rule } from "../../engine/rule.ts";

/** binding.bundleId is the folder's name; spec/text/sessions.md#session-binding-id. */
export const bindingId: Rule = {
  id: "session/binding-id",
  needs: [],
  check(_ctx, report) {
    return {
      session({ sessionId, directory, binding }) {
        if (binding === undefined || binding.bundleId === sessionId) return;
        report({
          file: `${directory}/binding.json`,
          pointer: "/bundleId",
          sessionId,
          message: "bundleId is not the name of the session's folder",
          expected: sessionId,
          actual: binding.bundleId,
        });
      },
    };
  },
};
