import type { ArtifactWritten } from "@flow-bundle/schema";
import { referencesOf } from "../../engine/artifact-uses.ts";
import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

/** A reference of an attempt's event comes after its artifact_written; spec/text/artifacts.md#artifact-announced. */
export const announced: Rule = {
  id: "artifact/announced",
  needs: ["trace"],
  check(_ctx, report): Handlers {
    const written = new Set<string>();
    const check = (at: TraceLine): void => {
      for (const { reference, pointer } of referencesOf(at.event)) {
        if (written.has(reference.path)) continue;
        // Once is enough: node_outcome repeats the receipts of its attempt.
        written.add(reference.path);
        report({
          ...placeOf(at),
          pointer: `${pointer}/path`,
          message: "The artifact has no artifact_written before this reference",
          actual: reference.path,
          hint: "write artifact_written when the file is complete, then refer to it",
        });
      }
    };
    return {
      on: {
        artifact_written: ({ event }) => {
          written.add((event as ArtifactWritten).payload.artifact.path);
        },
        acp_prompt_prepared: check,
        acp_response_parsed: check,
        action_prepared: check,
        action_completed: check,
        node_outcome: check,
      },
    };
  },
};
