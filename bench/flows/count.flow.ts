import { compute, defineFlow } from "acpx/flows";

/** A loop of as many steps as the input says, and nothing in it. */
export default defineFlow({
  name: "count",
  startAt: "count",
  nodes: {
    count: compute({
      run: ({ input, outputs }) => {
        const { steps } = input as { steps: number };
        const last = (outputs["count"] as { step: number } | undefined)?.step ?? 0;
        return { step: last + 1, more: last + 1 < steps };
      },
    }),
    end: compute({ run: ({ outputs }) => outputs["count"] }),
  },
  edges: [{ from: "count", switch: { on: "$.more", cases: { true: "count", false: "end" } } }],
});
