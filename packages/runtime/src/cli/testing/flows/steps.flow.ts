import { compute, defineFlow, shell } from "acpx/flows";

export default defineFlow({
  name: "steps",
  run: { title: "Three steps" },
  startAt: "first",
  nodes: {
    first: compute({ run: ({ input }) => ({ seen: input }) }),
    say: shell({ exec: () => ({ command: "echo", args: ["hello there"] }) }),
    last: compute({ run: ({ outputs }) => outputs["first"] }),
  },
  edges: [
    { from: "first", to: "say" },
    { from: "say", to: "last" },
  ],
});
