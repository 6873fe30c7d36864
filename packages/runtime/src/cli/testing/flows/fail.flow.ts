import { compute, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "fail",
  startAt: "try",
  nodes: {
    try: compute({
      run: () => {
        throw new Error("no luck\n\u001b[31mreally\u001b[0m");
      },
    }),
  },
  edges: [],
});
