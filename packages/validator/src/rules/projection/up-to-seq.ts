import type { FindingInput } from "../../engine/finding.ts";
import { traceFile } from "../../engine/trace.ts";
import type { Rule } from "../../engine/rule.ts";
import { liveFile, runFile } from "./compare/files.ts";
import { mergeFindings } from "./compare/merge.ts";
import { isWhole, lacksEnd, mustBeComplete } from "./compare/moments.ts";

/** upToSeq is not ahead, and complete when the run waits or has ended; spec/text/projections.md#projection-up-to-seq. */
export const upToSeq: Rule = {
  id: "projection/up-to-seq",
  needs: ["run", "live", "trace"],
  check(ctx, report) {
    return {
      end() {
        const { run, live, fold } = ctx;
        if (run?.upToSeq === undefined || live?.upToSeq === undefined) return;
        if (lacksEnd(ctx) || !isWhole(ctx)) return;
        const last = fold.upToSeq;
        const complete = mustBeComplete(ctx);
        const related =
          last === 0 ? [] : [{ file: traceFile, line: last, message: "the last event" }];
        const findings: FindingInput[] = [];
        for (const [file, actual] of [
          [runFile, run.upToSeq],
          [liveFile, live.upToSeq],
        ] as const) {
          if (actual <= last && !(complete && actual < last)) continue;
          const problem =
            actual > last
              ? "is greater than the last seq of the trace"
              : `is not the last seq of the trace, though the run ${ctx.finished ? "has ended" : "waits"}`;
          findings.push({
            file,
            pointer: "/upToSeq",
            message: `upToSeq ${problem}`,
            expected: last,
            actual,
            related,
            hint:
              actual > last
                ? "write a projection after the events that it takes into account"
                : "write the projections once more before the manifest says so; nothing else in this file was compared",
          });
        }
        for (const finding of mergeFindings(findings)) report(finding);
        if (findings.length > 0 || live.upToSeq >= run.upToSeq) return;
        report({
          file: liveFile,
          pointer: "/upToSeq",
          message: "live.json is behind run.json",
          expected: run.upToSeq,
          actual: live.upToSeq,
          related: [{ file: runFile, pointer: "/upToSeq" }],
          hint: "write live.json first",
        });
      },
    };
  },
};
