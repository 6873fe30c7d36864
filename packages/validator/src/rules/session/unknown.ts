import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Events name only sessions that were bound before; spec/text/sessions.md#session-unknown. */
export const unknown: Rule = {
  id: "session/unknown",
  needs: ["trace"],
  check(ctx, report): Handlers {
    const reported = new Set<string>();
    const check = (at: TraceLine): void => {
      const { event } = at;
      const payload = event.payload as { readonly sessionId?: string };
      for (const [pointer, id] of [
        ["/sessionId", (event as { readonly sessionId?: string }).sessionId],
        ["/payload/sessionId", payload.sessionId],
      ] as const) {
        if (id === undefined || ctx.fold.session(id) !== undefined || reported.has(id)) continue;
        reported.add(id);
        report({
          ...placeOf(at),
          pointer,
          sessionId: id,
          message: `Session ${JSON.stringify(id)} was not bound before`,
          hint: "write session_bound before the first event that uses the session",
        });
      }
    };
    return {
      on: {
        acp_prompt_prepared: check,
        acp_response_parsed: check,
        artifact_written: check,
        node_outcome: check,
      },
    };
  },
};
