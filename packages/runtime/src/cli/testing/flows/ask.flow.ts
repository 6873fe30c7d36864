import { checkpoint, compute, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "ask",
  startAt: "ask",
  nodes: {
    ask: checkpoint({ summary: "Please decide" }),
    decide: compute({ run: ({ outputs }) => ({ decided: outputs["ask"] }) }),
  },
  edges: [{ from: "ask", to: "decide" }],
});
