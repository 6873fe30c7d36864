import type { Check } from "../check.ts";
import { show } from "../show.ts";

/** The verdict is right. */
export const verdict: Check = {
  id: "validator/verdict",
  role: "validator",
  title: "gives the right verdict",
  requirements: [],
  applies: ({ item, answer }) =>
    item.expect.verdict !== undefined &&
    (answer?.verdict !== undefined || answer?.refused !== undefined),
  run({ item: { expect }, answer }) {
    if (answer?.verdict === expect.verdict) return undefined;
    // Who cannot say what a bundle is, and says so, says that it is undetermined.
    if (answer?.refused !== undefined && expect.verdict === "undetermined") return undefined;
    const found =
      answer?.refused === undefined
        ? String(answer?.verdict)
        : `refused as ${answer.refused.code}: ${show(answer.refused.reason)}`;
    return {
      message: `the verdict is ${answer?.verdict ?? "a refusal"} in place of ${expect.verdict}`,
      expected: String(expect.verdict),
      found,
    };
  },
};
