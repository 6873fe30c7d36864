import type { Check } from "../check.ts";

/** A view that leaves something out says so, and one that does not does not. */
export const torn: Check = {
  id: "reader/torn",
  role: "reader",
  title: "says when something was left out, and only then",
  requirements: ["reader-says-what-is-missing"],
  applies: ({ answer }) => answer?.view !== undefined,
  run({ item: { expect }, answer }) {
    const wanted = expect.torn === true || expect.partial === true;
    const found = answer?.torn === true;
    const leavesItOpen = expect.partial === true && expect.view !== undefined;
    if (wanted === found || leavesItOpen) return undefined;
    return {
      message: wanted
        ? "the view does not say that something was left out"
        : "the view says that something was left out, and nothing was",
      expected: `"torn": ${wanted}`,
      found: answer?.torn === undefined ? "no member torn" : `"torn": ${answer.torn}`,
    };
  },
};
