import { eventTypes, type ArtifactWritten } from "@flow-bundle/schema";
import type { Rule, TraceLine } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { placeOf } from "../place.ts";
import { isSound } from "../references.ts";

/** artifact stands on artifact_written alone, and equals its payload.artifact; spec/text/artifacts.md#artifact-envelope. */
export const envelope: Rule = {
  id: "artifact/envelope",
  needs: ["trace"],
  check(ctx, report) {
    const absent = (at: TraceLine): void => {
      const { type, artifact } = at.event as { readonly type: string; readonly artifact?: unknown };
      if (artifact === undefined) return;
      report({
        ...placeOf(at),
        pointer: "/artifact",
        message: `${type} has artifact on its envelope, which only artifact_written has`,
        hint: "references stand in the payload, each under a name of its own",
      });
    };
    // Events of unknown types may have members of any name.
    const others = eventTypes[ctx.version].filter((type) => type !== "artifact_written");
    return {
      on: {
        ...Object.fromEntries(others.map((type) => [type, absent])),
        artifact_written: (at) => {
          const { artifact, payload } = at.event as ArtifactWritten;
          if (equalJson(artifact, payload.artifact)) return;
          // A payload that names no file is artifact/missing or artifact/reference-digest.
          if (!isSound(ctx, payload.artifact)) return;
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
