import type { SessionBound } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** bindingArtifact lies in artifacts/; spec/text/sessions.md#session-binding-artifact-location. */
export const bindingArtifactLocation: Rule = {
  id: "session/binding-artifact-location",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      on: {
        session_bound: (at) => {
          const { path } = (at.event as SessionBound).payload.bindingArtifact;
          if (path.startsWith("artifacts/")) return;
          report({
            ...placeOf(at),
            pointer: "/payload/bindingArtifact/path",
            message: "The binding artifact does not lie in artifacts/",
            expected: "artifacts/sha256-….json",
            actual: path,
            hint: "store the bytes of binding.json as an artifact too, and refer to that",
          });
        },
      },
    };
  },
};
