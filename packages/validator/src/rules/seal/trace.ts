import type { Rule } from "../../engine/rule.ts";
import { traceFile } from "../../engine/trace.ts";

/** The trace has its sealed size and digest; spec/text/seal.md#seal-trace. */
export const trace: Rule = {
  id: "seal/trace",
  needs: ["manifest"],
  // Of a seal that comes too early seal/premature says all there is to say.
  applies: (ctx) => ctx.finished,
  check(ctx, report) {
    const sealed = ctx.manifest?.seal?.trace;
    if (sealed === undefined) return;
    return {
      async end() {
        const actual = await ctx.digest(traceFile);
        if (
          actual === undefined ||
          (actual.bytes === sealed.bytes && actual.sha256 === sealed.sha256)
        )
          return;
        report({
          file: traceFile,
          message: "The trace is not what was sealed",
          expected: sealed,
          actual,
          related: [{ file: "manifest.json", pointer: "/seal/trace" }],
          hint: "it was changed after the run had ended",
        });
      },
    };
  },
};
