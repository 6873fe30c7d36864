import { escapeSegment } from "@flow-bundle/bundle";
import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";
import { startPlace } from "./compare/events.ts";
import { runFile } from "./compare/files.ts";
import { interruptedResult } from "./compare/interrupted.ts";

/** 1.0: results has an entry for the interrupted attempt; spec/text/projections.md#projection-results. */
export const interruptedResultRule: Rule = {
  id: "projection/interrupted-result",
  needs: ["run", "trace"],
  check(ctx, report) {
    return {
      end() {
        const attempt = interruptedResult(ctx);
        if (attempt === undefined) return;
        const { terminal } = ctx.fold;
        report({
          file: runFile,
          pointer: `/results/${escapeSegment(attempt.nodeId)}`,
          nodeId: attempt.nodeId,
          attemptId: attempt.attemptId,
          message: `results has an entry for ${JSON.stringify(attempt.attemptId)}, which was interrupted and has no node_outcome in the trace`,
          related: [
            startPlace(attempt),
            ...(terminal === null
              ? []
              : [{ file: traceFile, line: terminal.seq, message: terminal.type }]),
          ],
          hint: "writers of 1.1 close the attempt with outcome cancelled in the trace",
        });
      },
    };
  },
};
