import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { combine } from "../handlers.ts";
import { placeOf } from "../place.ts";
import { checkResponseArtifacts } from "./response-artifacts.ts";

/** The envelope carries the session of the payload, or of a raw response; spec/text/trace.md#trace-session-id. */
export const sessionId: Rule = {
  id: "trace/session-id",
  needs: ["trace"],
  check(ctx, report): Handlers {
    // That it is there, or not, is a matter of the schemas.
    const check = (at: TraceLine): void => {
      const { sessionId: actual, payload } = at.event as {
        readonly sessionId?: string;
        readonly payload: { readonly sessionId?: string };
      };
      if (actual === payload.sessionId) return;
      report({
        ...placeOf(at),
        pointer: "/sessionId",
        message: "The event and its payload name two sessions",
        expected: payload.sessionId,
        actual,
        hint: "sessionId stands twice in the event, with one value",
      });
    };
    return {
      on: combine(
        { session_bound: check, acp_prompt_prepared: check, acp_response_parsed: check },
        checkResponseArtifacts(ctx, report),
      ),
    };
  },
};
