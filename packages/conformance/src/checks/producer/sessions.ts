import { anyAttempt, pairs, producerCheck } from "./producer-check.ts";

/** Turns share a session exactly where the flow says so. */
export const sessions = producerCheck({
  name: "sessions",
  title: "gives turns the session that handle, agent, directory and isolation ask for",
  requirements: ["session-isolated", "session-handle"],
  says: anyAttempt(({ session, handle }) => session !== undefined || handle !== undefined),
  compare(comparison) {
    const idOf = new Map<string, unknown>();
    const nameOf = new Map<unknown, string>();
    for (const { expected, outcome, place } of pairs(comparison)) {
      const { session, handle } = expected;
      if (session === undefined && handle === undefined) continue;
      const { sessionId } = outcome;
      if (typeof sessionId !== "string") {
        return { message: `${place} has no session`, expected: `session ${session ?? handle}` };
      }
      if (session !== undefined) {
        if (!idOf.has(session)) idOf.set(session, sessionId);
        if (!nameOf.has(sessionId)) nameOf.set(sessionId, session);
        const isOther = idOf.get(session) !== sessionId;
        if (isOther || nameOf.get(sessionId) !== session) {
          return {
            message: `${place} is a turn of another session`,
            expected: `session ${session}`,
            found: isOther ? "a session of its own" : `session ${nameOf.get(sessionId)}`,
          };
        }
      }
      const bound = comparison.found.handles.get(sessionId);
      if (handle !== undefined && bound !== handle) {
        return {
          message: `the session of ${place} has another handle`,
          expected: JSON.stringify(handle),
          found: JSON.stringify(bound) ?? "nothing",
        };
      }
    }
    return undefined;
  },
});
