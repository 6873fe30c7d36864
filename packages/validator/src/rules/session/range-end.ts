import type { Rule } from "../../engine/rule.ts";
import { messageOf, RangeCursor } from "./ranges.ts";

/** The range of an ok attempt ends with the response to its prompt; spec/text/sessions.md#session-range-end. */
export const rangeEnd: Rule = {
  id: "session/range-end",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      session({ sessionId, directory, claimed }) {
        const cursor = new RangeCursor(claimed);
        // JSON-RPC ids begin anew with each agent process: a prompt is looked for inside its range only.
        let prompt: unknown;
        let promptOf: string | undefined;
        return {
          line({ event, line }) {
            const claim = cursor.at(event.seq);
            if (claim === undefined) return;
            const message = messageOf(event);
            if (event.direction === "outbound" && message.method === "session/prompt") {
              prompt = message.id;
              promptOf = claim.attemptId;
            }
            if (event.seq !== claim.range.eventEndSeq || claim.outcome !== "ok") return;
            const isResponse = event.direction === "inbound" && message.method === undefined;
            if (isResponse && promptOf === claim.attemptId && message.id === prompt) return;
            report({
              file: "trace.ndjson",
              line: claim.line,
              seq: claim.seq,
              attemptId: claim.attemptId,
              nodeId: claim.nodeId,
              sessionId,
              pointer: "/payload/conversation/eventEndSeq",
              message: "The range of an ok attempt does not end with the response to its session/prompt",
              actual: event.seq,
              related: [{ file: `${directory}/events.ndjson`, line, pointer: "/message" }],
            });
          },
        };
      },
    };
  },
};
