import type { Rule } from "../../engine/rule.ts";

/** A bundle whose run has not ended has no seal; spec/text/seal.md#seal-premature. */
export const premature: Rule = {
  id: "seal/premature",
  needs: ["manifest"],
  check(ctx, report) {
    if (ctx.finished || ctx.manifest?.seal === undefined) return;
    report({
      file: "manifest.json",
      pointer: "/seal",
      message: `The bundle is sealed, but its run is ${ctx.status}`,
      hint: "write the seal together with the final status",
    });
  },
};
