import type { ArtifactWritten, NodeOutcome } from "@flow-bundle/schema";
import type { Handlers, Rule, TraceLine } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";
import { Postponed } from "../postponed.ts";
import { isSound } from "../references.ts";
import { lateness } from "../trace/late.ts";

/** A reference of an attempt's event comes after its artifact_written; spec/text/artifacts.md#artifact-announced. */
export const announced: Rule = {
  id: "artifact/announced",
  needs: ["trace"],
  check(ctx, report): Handlers {
    const written = new Set<string>();
    /** Paths of references without an announcement so far. */
    const open = new Set<string>();
    const postponed = new Postponed(report);
    const check = (at: TraceLine): void => {
      for (const { reference, pointer } of at.references) {
        const { path } = reference;
        if (written.has(path)) continue;
        // Once is enough: node_outcome repeats the receipts of its attempt.
        written.add(path);
        if (!isSound(ctx, reference)) continue;
        const finding = {
          ...placeOf(at),
          pointer: `${pointer}/path`,
          message: "The artifact has no artifact_written before this reference",
          actual: path,
          hint: "write artifact_written when the file is complete, then refer to it",
        };
        open.add(path);
        postponed.add(() => (open.has(path) ? finding : undefined));
      }
    };
    return {
      on: {
        artifact_written: ({ event }) => {
          const { artifact, payload } = event as ArtifactWritten;
          // Two that differ are artifact/envelope.
          for (const { path } of [payload.artifact, artifact ?? payload.artifact]) {
            written.add(path);
            // From 1.1 on an announcement that comes after its attempt is an error of its own: trace/late-event.
            if (ctx.version === "1.0" || !open.has(path)) continue;
            if (lateness(event, ctx.fold) !== undefined) open.delete(path);
          }
        },
        acp_prompt_prepared: check,
        acp_response_parsed: check,
        action_prepared: check,
        action_completed: check,
        node_outcome: (at) => {
          // One of an attempt that is not open is attempt/not-open.
          const { attemptId } = at.event as NodeOutcome;
          if (ctx.fold.openAttempt?.attemptId === attemptId) check(at);
        },
      },
      traceEnd: () => postponed.end(),
    };
  },
};
