import { eventTypes } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** Notes event types that no known version has; spec/text/trace.md#trace-unknown-type. */
export const unknownType: Rule = {
  id: "trace/unknown-type",
  needs: ["trace"],
  check(_ctx, report) {
    const known: ReadonlySet<string> = new Set<string>(eventTypes["1.1"]);
    return {
      on: {
        "*": (at) => {
          const { type } = at.event;
          if (known.has(type)) return;
          // Without the attempt, so that all events of a type are one finding.
          const { nodeId: _nodeId, attemptId: _attemptId, ...place } = placeOf(at);
          report({
            ...place,
            pointer: "/type",
            message: `Events of type ${JSON.stringify(type)} are not known; readers ignore them, and only their envelope was checked`,
            actual: type,
            ...(type.startsWith("x_")
              ? {}
              : {
                  hint: "types of a producer's own begin with x_, so that no later version uses them",
                }),
          });
        },
      },
    };
  },
};
