import { acp, checkpoint, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "agent-ask",
  startAt: "before",
  nodes: {
    before: acp({ prompt: () => "before" }),
    elsewhere: acp({ profile: "nobody", prompt: () => "never reached again" }),
    ask: checkpoint({ summary: "Go on?" }),
    after: acp({ prompt: () => "after" }),
  },
  edges: [
    { from: "before", to: "ask" },
    { from: "elsewhere", to: "ask" },
    { from: "ask", to: "after" },
  ],
});
