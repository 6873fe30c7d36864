import type { FindingInput } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";

/** startedAt and finishedAt fit the trace; spec/text/manifest.md#manifest-times-order. */
export const timesOrder: Rule = {
  id: "manifest/times-order",
  needs: ["manifest", "trace"],
  check(ctx, report) {
    const { manifest } = ctx;
    if (manifest === undefined) return;
    const { startedAt, finishedAt } = manifest;
    const say = (
      key: "startedAt" | "finishedAt",
      expected: string,
      message: string,
      line?: number,
    ): void => {
      const related = line === undefined ? [] : [{ file: "trace.ndjson", line, pointer: "/at" }];
      const finding: FindingInput = {
        file: "manifest.json",
        pointer: `/${key}`,
        message,
        expected,
        actual: manifest[key],
        related,
      };
      report(finding);
    };
    return {
      traceEnd() {
        const { fold } = ctx;
        const exact = ctx.version === "1.1";
        if (
          fold.startedAt !== undefined &&
          (exact ? startedAt !== fold.startedAt : startedAt > fold.startedAt)
        ) {
          const relation = exact ? "is not the time of" : "is after";
          say("startedAt", fold.startedAt, `startedAt ${relation} run_started`, 1);
        }
        if (finishedAt === undefined) return;
        const { terminal } = fold;
        if (finishedAt < startedAt) say("finishedAt", startedAt, "finishedAt is before startedAt");
        else if (
          terminal !== null &&
          (exact ? finishedAt !== terminal.at : finishedAt > terminal.at)
        ) {
          const relation = exact ? "is not the time of" : "is after";
          say("finishedAt", terminal.at, `finishedAt ${relation} ${terminal.type}`, terminal.seq);
        }
      },
    };
  },
};
