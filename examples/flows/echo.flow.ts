// One prompt, one answer: the smallest flow that talks to an agent. Use it to see whether an agent works, and as the
// first thing to change.
import { acp, defineFlow } from "@flow-bundle/runtime/flows";

interface Input {
  readonly text?: string;
}

export default defineFlow({
  name: "echo",
  startAt: "answer",
  nodes: {
    answer: acp({
      prompt: ({ input }) => (input as Input).text ?? "Say hello in one short sentence.",
    }),
  },
  edges: [],
});
