import { compute, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "slow",
  startAt: "wait",
  nodes: {
    wait: compute({ run: () => new Promise((resolve) => void setTimeout(resolve, 60_000)) }),
  },
  edges: [],
});
