import { compute, defineFlow } from "acpx/flows";

let count = 0;
console.log("loaded");

/** Many steps, which log. */
export default defineFlow({
  name: "loop",
  startAt: "step",
  nodes: {
    step: compute({
      run: () => {
        count += 1;
        console.log(`step ${count}`);
        return { again: count < 150 ? "yes" : "no", text: "x".repeat(1000) };
      },
    }),
    end: compute({ run: () => "the end" }),
  },
  edges: [{ from: "step", switch: { on: "$.again", cases: { yes: "step", no: "end" } } }],
});
