import { compute, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "uncaught",
  startAt: "wait",
  nodes: {
    wait: compute({
      run: () => {
        setTimeout(() => {
          throw new Error("nobody catches this");
        }, 50);
        return new Promise((resolve) => void setTimeout(resolve, 60_000));
      },
    }),
  },
  edges: [],
});
