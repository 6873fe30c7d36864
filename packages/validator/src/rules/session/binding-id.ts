import type { Rule } from "../../engine/rule.ts";
import { collectBindings, usableBindings } from "../projection/compare/bindings.ts";

/** bundleId of a binding is the name of its folder; spec/text/sessions.md#session-binding-id. */
export const bindingId: Rule = {
  id: "session/binding-id",
  needs: [],
  check(ctx, report) {
    return {
      ...collectBindings(ctx),
      async end() {
        for (const [sessionId, { bundleId }] of await usableBindings(ctx)) {
          if (bundleId === sessionId) continue;
          report({
            file: `sessions/${sessionId}/binding.json`,
            pointer: "/bundleId",
            sessionId,
            message: "bundleId is not the name of the session's folder",
            expected: sessionId,
            actual: bundleId,
            hint: "a session has one id: its folder, bundleId, and sessionId in the trace",
          });
        }
      },
    };
  },
};
