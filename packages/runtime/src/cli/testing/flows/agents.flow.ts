import { acp, defineFlow } from "acpx/flows";

export default defineFlow({
  name: "agents",
  permissions: { requiredMode: "approve-all", reason: "It writes files" },
  startAt: "ask",
  nodes: { ask: acp({ profile: "nobody", prompt: () => "Hello" }) },
  edges: [],
});
