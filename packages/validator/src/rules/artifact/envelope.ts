import type { ArtifactWritten } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { placeOf } from "../place.ts";

/** artifact stands on artifact_written alone, and equals its payload.artifact; spec/text/artifacts.md#artifact-envelope. */
export const envelope: Rule = {
  id: "artifact/envelope",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      on: {
        artifact_written: (at) => {
          const { artifact, payload } = at.event as ArtifactWritten;
          if (equalJson(artifact, payload.artifact)) return;
          report({
            ...placeOf(at),
            pointer: "/artifact",
            message: "artifact is not the same as payload.artifact",
            expected: payload.artifact,
            actual: artifact,
          });
        },
      },
    };
  },
};
