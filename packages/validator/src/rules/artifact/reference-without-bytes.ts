import type { SessionBound } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** References carry bytes; spec/text/artifacts.md#artifact-reference-without-bytes. */
export const referenceWithoutBytes: Rule = {
  id: "artifact/reference-without-bytes",
  needs: ["trace"],
  // In 1.1 the schema says so.
  applies: (ctx) => ctx.version === "1.0",
  check(_ctx, report) {
    return {
      on: {
        session_bound: (at) => {
          const { payload } = at.event as SessionBound;
          if (payload.bindingArtifact.bytes !== undefined) return;
          report({
            ...placeOf(at),
            pointer: "/payload/bindingArtifact",
            message: "The reference to the binding has no bytes",
            hint: "a reference is {path, mediaType, bytes, sha256}",
          });
        },
      },
    };
  },
};
